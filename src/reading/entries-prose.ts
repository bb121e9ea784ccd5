import type { Block } from '../markdown/blocks.ts';
import { matchesOf } from '../values/matches.ts';
import type { Milestone } from '../record/milestone.ts';
import { findMoments, type Mention } from '../values/time.ts';
import { type Entry, joined } from './entry.ts';
import { conceptOf } from './label-concepts.ts';
import { labelKey, readLabelLine } from './labels.ts';
import { explicitMilestone } from './milestone-explicit.ts';
import type { KindSection } from './section-kind.ts';

const sentenceEnd = /[.!?](?=\s+["'([*_`]{0,3}[A-Z\d])|\n(?=\s{0,9}\n|[*_]{0,3}[A-Z][\w ]{1,30}:)/g;

/** Sentences of a text with their offsets. A dot counts only before a capital: `a.m.` and `e.g. the` do not end one. */
export function sentencesOf(text: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from = 0;
  for (const match of matchesOf(sentenceEnd, text)) {
    const to = match.index + 1;
    if (
      /\b(?:a\.m|p\.m|approx|e\.g|i\.e|vs|ca|no|dr|mr|ms|st)$/i.test(
        text.slice(Math.max(0, match.index - 7), match.index),
      )
    )
      continue;
    found.push({ from, to });
    from = to;
  }
  if (from < text.length) found.push({ from, to: text.length });
  return found;
}

const mailDate = /^(?:date|sent|datum|gesendet)$/i;

/** The text with lines blanked that labels already tell (`Start time: ...`). */
function withoutLabelLines(text: string): string {
  if (!/[:*]/.test(text)) return text;
  return text
    .split('\n')
    .map((line) => {
      const label = readLabelLine(line);
      // `**Detection.** The alert paged us at 06:25. She took it at 06:27.` is a heading of prose, no field.
      const isField = label && (mailDate.test(label.name) || conceptOf(labelKey(label.name)));
      return isField && !/[.!?]\s+\p{Lu}/u.test(label.value) ? ' '.repeat(line.length) : line;
    })
    .join('\n');
}

const opening = /^[\s,;.]*(?:(?:and|then|but|before|until)\s)*/i;
const closing = /(?:^|[\s,;])(?:and|then|but|at|by|around|from|on)$/i;

/** A clause without the words that join it to others. */
function trimmed(clause: string): string {
  let text = clause.replace(opening, '').trimEnd();
  for (let step = 0; step < 4; step += 1) {
    const tail = text.slice(-9);
    const joint = closing.exec(tail)?.[0].length ?? (/[,;]$/.test(tail) ? 1 : 0);
    if (joint === 0) break;
    text = text.slice(0, -joint).trimEnd();
  }
  return text;
}

/** Where the clause of a moment ends: at the semicolon before the next one, else behind the moment itself. */
function clauseEnd(words: string, timed: Mention[], place: number): number {
  const end = timed[place]?.to ?? words.length;
  const mark = words.lastIndexOf(';', timed[place + 1]?.from ?? words.length);
  return mark > end ? mark : end;
}

/**
 * The part of a sentence that belongs to one of its moments: what follows it when the sentence opens with a moment (`At 14:05 it
 * failed, at 14:20 it recovered`), else what stands before it (`It failed at 14:05 and recovered at 14:20`).
 */
function clauseOf(words: string, mentions: Mention[], index: number): string {
  const timed = mentions.filter((mention) => mention.clock);
  const place = timed.indexOf(mentions[index] as Mention);
  if (timed.length < 2) return words;
  const opens = (timed[0]?.from ?? 0) < 12;
  const tail = opens && place === timed.length - 1 && place > 0 ? words.slice(timed[place]?.to ?? 0) : undefined;
  // `At 20:22 the power was pulled, and traffic was possible from 20:25.`: the last time closes its clause.
  if (tail !== undefined && !/\p{L}{2}/u.test(tail))
    return words
      .slice(timed[place - 1]?.to ?? 0, timed[place]?.from)
      .replace(/^[^]*[;,]\s+(?:and\s)?(?=\S)/, '')
      .replace(/\s(?:at|by|from|around|on|until)\s*$/i, '');
  const from = opens
    ? place === 0
      ? 0
      : (timed[place]?.from ?? 0)
    : place === 0
      ? 0
      : clauseEnd(words, timed, place - 1);
  const to = opens
    ? (timed[place + 1]?.from ?? words.length)
    : place === timed.length - 1
      ? words.length
      : clauseEnd(words, timed, place);
  return trimmed(words.slice(from, to));
}

/** Sentences whose times are hours of service, plans, or another incident. */
const otherTimes =
  /\b(?:similar|previous|earlier|unrelated) (?:incident|outage|event|problem)s?\b|\b(?:open|opening|office|business|support|help ?desk|desk|working|service|banking) (?:hours\b|(?:is |are )?open\b)|\b(?:is|are) (?:open|staffed|available) (?:from|between|daily)|\b(?:will|shall) (?:be|meet|hold|publish|review|update|discuss)\b|\b(?:every|each) (?:other |second )?(?:day|night|morning|week\w*|month|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?: (?:morning|evening|night))?,? (?:at|from|between)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days,? (?:at|from|between) \S|\bdeadline\b/i;

/** `a push, started on 10 March, lowered …`: the date of something that had begun before. */
const hadBegun =
  /\b(?:started|begun|introduced|deployed|merged|released|shipped|made|installed|added|enabled|(?:gone|went|put) live|running|in progress|planned|scheduled|announced|due|expected|dated|since|until)(?: (?:on|since|for|by))?\s$/i;

/** `Prepared for customers, 22 December`: when it was written, not when it happened. */
const byline =
  /(?:^|\n)[\s*_([]{0,6}(?:prepared|publish(?:ed)?|written|posted|updated|last \w+|issued|drafted|added|approved|version|report (?:date|of|by))\b[^.\n\d]{0,40}$/i;

/** What happened before, on another day: `This has happened before, on 30 May`, `On 27 January they had introduced a limit`. */
const background =
  /\bhad\b|\bhappened before\b|\bfor comparison\b|\b(?:previous|earlier|last) (?:incident|outage|time|occasion|year)\b/i;

/** `Prepared for the board meeting of 4 March, 14:00` */
const preparedFor = /(?:^|\n)[\s*_([]{0,6}(?:prepared|written|drafted|approved|reviewed)\b[^.\n]{0,60}$/i;

const statusLine = /[—–:|-]\s{0,3}[*_]{0,3}(investigating|identified|resolved)[*_]{0,3}\s{0,3}$/i;

/** The state that ends the first line of a post: `Wed 22 Jan, 09:31 GMT — Investigating`. */
function stateOf(words: string): Milestone | undefined {
  const end = words.indexOf('\n');
  const state = end < 0 || end > 90 ? undefined : statusLine.exec(words.slice(0, end))?.[1];
  return state === undefined ? undefined : explicitMilestone(state);
}

const ofSameDay =
  /\b(?:the same|that(?: same| very)?) (?:day|morning|afternoon|evening|night),? (?:at |around |from |about )?$/i;

/** `merged on 3 March and live the same day at 16:30`: the time with the day that its sentence named before it. */
function sameDay(mention: Mention, before: Mention | undefined, head: string): Mention {
  if (!mention.clock || mention.date || before?.date?.month === undefined || !ofSameDay.test(head)) return mention;
  return { ...mention, date: before.date };
}

function fromParagraph(from: number, to: number, text: string, group: number, into: Entry[]): void {
  const raw = text.slice(from, to);
  if (!/\d/.test(raw) || raw.length > 20_000) return;
  const whole = withoutLabelLines(raw);
  for (const sentence of sentencesOf(whole)) {
    const words = whole.slice(sentence.from, sentence.to);
    const mentions = /\d/.test(words) && !otherTimes.test(words) ? findMoments(words) : [];
    const state = sentence.from === 0 && mentions[0]?.clock ? stateOf(words) : undefined;
    for (const [index, found] of mentions.entries()) {
      const head = words.slice(Math.max(0, found.from - 60), found.from);
      const mention = sameDay(found, mentions[index - 1], head);
      const other = !mention.clock && (hadBegun.test(head.slice(-24)) || byline.test(head));
      if (!mention.clock && (mention.date?.month === undefined || other)) continue;
      if (mention.date && found.from < 80 && preparedFor.test(words.slice(0, found.from))) continue;
      const aside = mention.clock
        ? mention !== found || (mention.date !== undefined && /\([^()]*$/.test(words.slice(0, mention.from)))
        : (mention.from > 40 || background.test(words)) && !mentions.slice(index + 1).some(({ clock }) => clock);
      into.push({
        mention,
        written: words.slice(mention.from, mention.to),
        text: mention.clock ? joined(clauseOf(words, mentions, index)) : '',
        from: from + sentence.from + mention.from,
        to: from + sentence.to,
        group,
        source: mention.clock ? 'prose' : 'heading',
        ...(aside ? { aside } : {}),
        ...(state !== undefined && index === 0 ? { milestone: state } : {}),
      });
    }
  }
}

function fromBlocks(blocks: Block[], text: string, group: number, into: Entry[]): void {
  for (const block of blocks) {
    if (block.type === 'paragraph') fromParagraph(block.from, block.to, text, group, into);
    else if (block.type === 'list') for (const item of block.items) fromBlocks(item.blocks, text, group, into);
  }
}

/** Moments told in prose, a sentence each: `At 14:05 UTC the API began to fail.` Dates without a time only set the day. */
export function proseEntries(section: KindSection, text: string): Entry[] {
  const into: Entry[] = [];
  fromBlocks(section.blocks, text, section.group, into);
  return into;
}
