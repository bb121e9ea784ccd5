import { firstMoment } from '../values/time.ts';
import { blockEntries } from './entries-block.ts';
import { chatEntries } from './entries-chat.ts';
import { proseEntries } from './entries-prose.ts';
import { type Entry, isTimed, joined, splitLeading } from './entry.ts';
import { explicitMilestone } from './milestone-explicit.ts';
import { anchorEntries } from './relative-time.ts';
import { effectiveKind, type KindSection } from './section-kind.ts';

/** Kinds whose times are plans or references, never events. */
const skipped = new Set([
  'actions',
  'prevention',
  'reference',
  'links',
  'related',
  'lessons',
  'wentWell',
  'wentWrong',
  'lucky',
]);

/** Times in a section about people are shifts and calls, unless it holds their log. */
const leastOfPeople = 3;

/** The first prose of a section that stands under a heading with a time: what happened then. */
function textBelow(section: KindSection, text: string): { text: string; to: number } {
  const first = section.blocks[0];
  const last = section.blocks.at(-1);
  if (!first || !last) return { text: '', to: section.heading?.to ?? section.from };
  return { text: text.slice(first.from, last.to).trim(), to: last.to };
}

/** A heading that is a day and little else, above a list or table: `#### Tuesday, March 5th`. */
const setsDay = (section: KindSection, { mention, text }: { mention: Entry['mention']; text: string }): boolean =>
  (mention.date?.month ?? mention.date?.day ?? mention.date?.weekday) !== undefined &&
  text.length < 40 &&
  (section.blocks.length === 0 || section.blocks.some(({ type }) => type === 'list' || type === 'table'));

/** `What happened on Monday`, `Monday in detail`. */
const ofWeekday =
  /\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\W{0,3}$|^\W{0,3}(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?!['’])/i;

const statusWord = /^(?:investigating|identified|resolved)\W{0,4}$/i;

/** An entry for a heading that holds a time; for a heading that holds only a date, one that sets the day. */
function headingEntry(section: KindSection, text: string, timeline: boolean): Entry | undefined {
  const heading = section.heading;
  if (!heading || section.level === 1 || !/\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day/i.test(section.title))
    return undefined;
  const title = text.slice(heading.contentFrom, heading.contentTo);
  const leading = splitLeading(title, false);
  const mention = leading?.mention ?? (timeline || ofWeekday.test(title) ? firstMoment(title) : undefined);
  const split = leading ?? (mention && { mention, text: '' });
  if (!mention || !split || (!timeline && !(leading && mention.clock) && !setsDay(section, split))) return undefined;
  const written = title.slice(mention.from, mention.to);
  const rest = (leading ? leading.text : title).replace(/^[\s*_`)}\]]+|[\s*_`({[}#]+$/g, '');
  const below = textBelow(section, text);
  const words = rest.length > 2 && /\p{L}/u.test(rest) ? [rest, below.text] : [below.text];
  // `#### 01:40 UTC — Resolved`: a state alone, not the begin of what stands below.
  const milestone = mention.clock && statusWord.test(rest) ? explicitMilestone(rest) : undefined;
  return {
    ...(milestone === undefined ? {} : { milestone }),
    mention,
    written,
    text: words.filter((part) => part !== '').join('\n\n'),
    from: heading.from,
    to: below.to,
    group: section.group,
    source: 'heading',
  };
}

/** A moment that stands alone below a heading is that of the heading: `### Resolved`, then `**Nov 25, 16:20 UTC**` and what is told. */
function nameByHeading({ heading, blocks, level, title }: KindSection, [entry]: Entry[], text: string): void {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!heading || level === 1 || !first || !last || first.type !== 'paragraph') return;
  if (entry?.source !== 'paragraph' || entry.text !== '' || entry.from !== first.from) return;
  const below = text.slice(first.to, last.to).trim();
  entry.text = joined(below === '' ? title : `${title}: ${below}`);
}

const inTimeline = (section: KindSection): boolean =>
  effectiveKind(section) === 'timeline' || section.within.includes('timeline');

/** The entries that the structure of a section gives: its heading, lists, tables, quotes and lines that open with a time. */
function sectionEntries(section: KindSection, text: string): Entry[] {
  const entries: Entry[] = [];
  const kind = effectiveKind(section);
  const timeline = inTimeline(section);
  const heading = headingEntry(section, text, timeline);
  if (skipped.has(kind) && !heading) return entries;
  if (heading && (!skipped.has(kind) || timeline)) entries.push(heading);
  const dayed = heading !== undefined && !heading.mention.clock;
  blockEntries(section.blocks, { text, group: section.group, timeline, dayed, into: entries });
  if (!heading) nameByHeading(section, entries, text);
  const found = entries.filter(({ mention }) => isTimed(mention)).length;
  if (kind === 'people' && found < leastOfPeople) return [];
  if (timeline && found === 0) for (const entry of proseEntries(section, text)) entries.push(entry);
  if (heading?.mention.clock && entries.length > 1) dropInner(entries);
  return entries;
}

/** `Remediation and prevention`: its paragraphs tell what was done, its lists what will be. */
const alsoTells = /\b(?:remediation|resolution|mitigation|recovery|response|repair|what happened)\b/i;

/** Entries of a section in a document without a structured timeline: its prose, sentence by sentence, where that tells more. */
function toldEntries(section: KindSection, known: Entry[], text: string): Entry[] {
  const kind = effectiveKind(section);
  const mixed = (kind === 'prevention' || kind === 'actions') && alsoTells.test(section.title);
  if ((skipped.has(kind) && !mixed) || kind === 'timeline') return known;
  const timed = known.filter(({ mention }) => mention.clock !== undefined);
  if (timed.some(({ source }) => source !== 'paragraph')) return known;
  const blocks = mixed ? section.blocks.filter(({ type }) => type === 'paragraph') : section.blocks;
  const prose = proseEntries({ ...section, blocks }, text);
  if (timed.length > 0 && prose.filter(({ mention }) => mention.clock).length <= timed.length) return known;
  return [...known.filter(({ mention }) => mention.clock === undefined), ...prose];
}

/** True for the times of a small table of facts in a document that is told in prose, which has more than twice as many. */
function isBeside(strong: Entry[], sections: KindSection[], text: string): boolean {
  if (strong.length > 3 || strong.some(({ source, milestone }) => source !== 'table' || milestone)) return false;
  if (sections.some(inTimeline)) return false;
  const prose = sections.flatMap((section) => (skipped.has(effectiveKind(section)) ? [] : proseEntries(section, text)));
  return prose.filter(({ mention }) => mention.clock).length > 2 * strong.length;
}

/**
 * All timeline entries of a document in order of appearance, before their days are known. Entries of source `heading` without a
 * clock only set the day for what follows. Prose is read for moments only where there is no structured timeline.
 */
export function collectEntries(sections: KindSection[], text: string): Entry[] {
  const perSection = underDays(sections.map((section) => ({ section, entries: sectionEntries(section, text) })));
  const entries = perSection.flatMap((own) => own.entries);
  anchorEntries(entries, text);
  const strong = perSection.flatMap(({ section, entries: own }) =>
    section.kind === 'impact'
      ? []
      : own.filter((entry) => isTimed(entry.mention) && (entry.source !== 'paragraph' || section.kind === 'timeline')),
  );
  if (strong.length >= 2 && !isBeside(strong, sections, text))
    return perSection.flatMap(({ section, entries: own }) =>
      inTimeline(section) ? own : own.filter((entry) => entry.source !== 'paragraph'),
    );
  const chat = sections.flatMap((section) => chatEntries(section, text));
  if (chat.length > 0) return [...entries, ...chat].toSorted((a, b) => a.from - b.from);
  const told = perSection.flatMap(({ section, entries: own }) => toldEntries(section, own, text));
  return told.toSorted((a, b) => a.from - b.from);
}

type Told = { section: KindSection; entries: Entry[] };

/** What stands in the sections under a heading that is a day is of that day: `### 2 October`, then `#### 00:25 UTC — Monitoring`. */
function underDays(perSection: Told[]): Told[] {
  let level = 0;
  let group = 0;
  for (const { section, entries } of perSection) {
    if (level > 0 && section.level <= level) level = 0;
    const [first] = entries;
    if (level > 0) for (const entry of entries) entry.group = group;
    else if (first?.source === 'heading' && !first.mention.clock && first.from === section.heading?.from) {
      level = section.level;
      group = first.group;
    }
  }
  return perSection;
}

/** A heading with a time owns what stands below it: times inside that text are details of the same entry. */
function dropInner(entries: Entry[]): void {
  const inner = entries.slice(1);
  const kept =
    inner.length >= 3 && inner.every((entry) => entry.source === 'list' || entry.source === 'table') ? inner : [];
  entries.length = 1;
  for (const entry of kept) entries.push(entry);
}
