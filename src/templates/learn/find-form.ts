import { parseMarkdown, type Block, type MarkdownDoc } from '../../markdown/blocks.ts';
import { headingKey } from '../../markdown/heading-key.ts';
import { type Section, sections } from '../../markdown/sections.ts';
import { measureForm, type Measure } from './measure-form.ts';

/** Where the form of a page is. `line` is the 1-based line its first line stands on. */
export type FoundForm = { form?: string; line: number; reason: string };

/** Finds the form in a page: the page itself, what follows its introduction, a part of it, or a code block that holds it. */
export function findForm(source: string): FoundForm {
  const doc = parseMarkdown(source);
  const fenced = largestFence(doc);
  if (fenced !== undefined) return fenced;
  const all = sections(doc);
  const { text } = doc.view;
  const { from: start, to: end } = partOf(all);
  const measure = measureForm(all.slice(start, end), text);
  measure.isTemplate ||= start > 0;
  if (!isForm(measure)) return { line: 1, reason: whyNot(measure) };
  if (start === 0) return { form: source, line: 1, reason: `The page is a form: ${describe(measure)}.` };
  const from = all[start]?.from ?? 0;
  const to = all[end]?.from ?? text.length;
  const line = doc.view.lineOf(from);
  const reason = `The form begins on line ${line}, behind an introduction: ${describe(measure)}.`;
  return { form: doc.source.slice(doc.view.toSource(from), doc.view.toSource(to)), line, reason };
}

/** Counts that make a page a form: enough parts of a post-mortem, and places that wait to be filled, but little to read. */
function isForm({ topics, places, empty, words, sections: count, isTemplate, hasBlankTitle }: Measure): boolean {
  if (count === 0 && places < 3) return false;
  const perSection = words / Math.max(1, count);
  if (topics >= 3 && empty >= 2 && perSection < 60) return true;
  const isSparse = perSection < 25 || (perSection < 60 && words < places * 30);
  if (topics >= 3 && places >= 3 && isSparse) return true;
  if (topics >= 2 && places >= 5 && places * 2 >= count && isSparse) return true;
  if (topics >= 2 && (isTemplate || hasBlankTitle) && perSection < 60) return true;
  return topics >= 4 && perSection < (isTemplate ? 150 : 12);
}

const describe = ({ topics, places, empty }: Measure): string =>
  `${topics} known parts of a post-mortem, ${places} places with hints, ${empty} empty sections`;

function whyNot(measure: Measure): string {
  if (measure.topics < 2)
    return `${measure.topics === 0 ? 'none' : 'only one'} of its headings names a part of a post-mortem, as Summary, Timeline and Action items do`;
  return `it has ${measure.topics} parts of a post-mortem, but ${measure.places} places to fill and about ${Math.round(measure.words / Math.max(1, measure.sections))} words in each section, so it is a text about the process`;
}

/** A code block that is a form: at least two headings in it that a post-mortem has. */
function largestFence(doc: MarkdownDoc): FoundForm | undefined {
  let best: FoundForm | undefined;
  let size = 0;
  const visit = (block: Block): void => {
    if (block.type === 'list') for (const item of block.items) item.blocks.forEach(visit);
    if (block.type === 'quote') block.blocks.forEach(visit);
    if (block.type !== 'fence' || block.lines.length < 5) return;
    const content = block.lines.map(({ from, to }) => doc.view.text.slice(from, to)).join('\n');
    if (content.length <= size || !/^#{1,6} /m.test(content)) return;
    const inner = parseMarkdown(`${content}\n`);
    const measure = measureForm(sections(inner), inner.view.text);
    if (measure.topics < 2 || measure.sections < 3) return;
    const line = doc.view.lineOf(block.lines[0]?.from ?? block.from);
    size = content.length;
    best = {
      form: `${content}\n`,
      line,
      reason: `The form is in the code block that begins on line ${line}: ${describe(measure)}.`,
    };
  };
  doc.blocks.forEach(visit);
  return best;
}

/**
 * The sections the form is made of: those behind a second title when the first only speaks of the template, those below
 * a heading that says `Template`, or all.
 */
function partOf(all: readonly Section[]): { from: number; to: number } {
  const titles = all.flatMap((section, index) => (section.level === 1 ? [index] : []));
  const [first = -1, second] = titles;
  const speaks = /template|example|how to|guide|instructions|vorlage|modèle|plantilla/;
  if (
    second !== undefined &&
    titles.length === 2 &&
    second - first <= 3 &&
    speaks.test(headingKey(all[first]?.title ?? ''))
  )
    return { from: second, to: all.length };
  const named = all.findIndex(
    ({ level, title }) =>
      level > 1 && /^(?:the |our )?(?:incident |post ?mortem |report )?template$/.test(headingKey(title)),
  );
  const level = all[named]?.level ?? 0;
  const end = all.findIndex((section, index) => index > named && section.level <= level);
  const to = end < 0 ? all.length : end;
  return named < 0 || to - named < 2 ? { from: 0, to: all.length } : { from: named + 1, to };
}
