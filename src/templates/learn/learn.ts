import { parseMarkdown, type MarkdownDoc } from '../../markdown/blocks.ts';
import { headingKey } from '../../markdown/heading-key.ts';
import { type Section, sections } from '../../markdown/sections.ts';
import { assemble } from './assemble.ts';
import { hideBraces, showBraces } from './braces.ts';
import { keepCompilable } from './compilable.ts';
import { findForm } from './find-form.ts';
import { nestTopic } from './nest-topic.ts';
import type { Proposal } from './proposal.ts';
import { headOf, scalesOf } from './scales.ts';
import { learnSection } from './section.ts';
import type { LearnState } from './state.ts';
import { learnTitle } from './title.ts';
import { isEntryHeading, learnEntryHeadings } from './entry-headings.ts';
import { hintSpans } from './hint.ts';
import { type Topic, topicOf } from './vocabulary/topics.ts';

/** A template proposed from a form, every fillable place of the form, and the form itself. */
export type Learned = {
  /** Source of a template that compiles with `form` as its blank form; empty when the page holds no form. */
  template: string;
  proposals: Proposal[];
  /** The form: the whole page, or the part of it that is the form. */
  form: string;
  /** What was taken for the form, or why there is none. One sentence. */
  reason: string;
};

/** Learns a template from any Markdown form. Never throws: a page without a form gives no template and says why. */
export function learnTemplate(doc: MarkdownDoc, options: { name: string }): Learned {
  const found = findForm(hideBraces(doc.source));
  if (found.form === undefined) return { template: '', proposals: [], form: '', reason: found.reason };
  const form = parseMarkdown(found.form);
  const all = sections(form);
  const state: LearnState = {
    text: form.view.text,
    view: form.view,
    edits: [],
    proposals: [],
    bound: new Set(),
    hasResolved: /^[^\p{L}\n]{0,12}resolved\b/imu.test(form.view.text.slice(0, 500_000)),
    hasLengths: /\b(?:time to \w|ttd\b|ttr\b|ttm\b)/i.test(form.view.text.slice(0, 500_000)),
  };
  learnSections(all, state);
  const title = all.find(({ level }) => level === 1)?.title ?? '';
  const build = () => headOf(options.name, title, scalesOf(state)) + assemble(form, state.edits);
  const template = keepCompilable(state, all, showBraces(found.form), build);
  const shift = found.line - 1;
  const proposals = state.proposals
    .map((proposal) => ({
      ...proposal,
      line: proposal.line + shift,
      text: showBraces(proposal.text),
      reason: showBraces(proposal.reason),
    }))
    .sort((a, b) => a.line - b.line);
  return { template, proposals, form: showBraces(found.form), reason: found.reason };
}

/** Learns every section with the topic its heading has below the headings around it. */
function learnSections(all: readonly Section[], state: LearnState): void {
  const open: { level: number; topic: Topic | undefined; children: number }[] = [];
  const hasTitleLabel = /^[^\n]{0,20}\b(?:incident |issue )?title\b[*_]{0,3}:/im.test(state.text.slice(0, 20_000));
  const titleIndex = indexOfTitle(all);
  for (let index = 0; index < all.length; index++) {
    const section = all[index] as Section;
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= section.level) open.pop();
    const outer = open.at(-1);
    if (outer?.topic?.collection === 'timeline' && isEntryHeading(section.title)) {
      index = learnEntryHeadings(all, index, outer.topic, state);
      continue;
    }
    const isTitle = index === titleIndex;
    if (isTitle) learnTitle(section, hasTitleLabel, state);
    const isHeader = isTitle || section.level === 0;
    const topic = isHeader
      ? { name: 'header', known: false }
      : nestTopic(section.title, outer?.topic, outer?.children === 0);
    if (outer !== undefined) outer.children++;
    const place = {
      topic: topic ?? { name: headingKey(section.title), known: false },
      scope: '',
      title: section.title,
    };
    learnSection(section, place, !isHeader && !hasParts(all, index), state);
    if (!isHeader && section.level > 0) open.push({ level: section.level, topic: place.topic, children: 0 });
  }
}

/** The document's title: the first heading, when it is a H1 or the only one of its level and above all others. */
function indexOfTitle(all: readonly Section[]): number {
  const first = all.findIndex(({ level }) => level > 0);
  const level = all[first]?.level ?? 0;
  if (level === 1) return first;
  const isAlone = all.every((section, index) => index === first || section.level === 0 || section.level > level);
  const isHint = hintSpans(all[first]?.title ?? '').length > 0;
  return first >= 0 && (isHint || (isAlone && all.length > 3)) ? first : -1;
}

const unrelated = new Set(['roles', 'attendees', 'links', 'signoffs', 'related', 'appendix']);

/** Do headings below a heading divide its content? A list of people below `Recommendations` does not. */
function hasParts(all: readonly Section[], index: number): boolean {
  const level = all[index]?.level ?? 0;
  const own = topicOf(all[index]?.title ?? '')?.name;
  for (let at = index + 1; (all[at]?.level ?? 0) > level; at++)
    if (!unrelated.has(topicOf(all[at]?.title ?? '')?.name ?? '') || topicOf(all[at]?.title ?? '')?.name === own)
      return true;
  return false;
}
