import { findDurations } from '../values/duration.ts';
import { ownRange } from './claims-sentence.ts';
import { plainText } from '../markdown/plain.ts';
import type { Block } from '../markdown/blocks.ts';
import { findMoments, type Mention } from '../values/time.ts';
import { type Entry, joined } from './entry.ts';
import { sentencesOf } from './entries-prose.ts';
import { effectiveKind, type KindSection } from './section-kind.ts';

/** The end of a range as a mention of its own; over midnight it has no date, so that the reader of days rolls it. */
export function endOf(mention: Mention): Mention | undefined {
  const { until, untilDate, clock, date } = mention;
  if (!until) return undefined;
  const crossing =
    untilDate === undefined && clock !== undefined && until.hour * 60 + until.minute < clock.hour * 60 + clock.minute;
  const day = untilDate ?? (crossing ? undefined : date);
  return { clock: until, ...(day ? { date: day } : {}), from: mention.from, to: mention.to };
}

/** The start of a range as a mention of its own. */
export function startOf(mention: Mention): Mention {
  const { until: _, untilDate: __, ...start } = mention;
  return start;
}

/** An outage from one time to another as two entries: impact starts, impact ends. */
export function windowEntries(entry: Entry): Entry[] {
  const end = endOf(entry.mention);
  if (!end) return [{ ...entry, milestone: 'impactStarted' }];
  const name = /\p{L}/u.test(entry.text) ? entry.text : `Outage ${entry.text}`.trim();
  return [
    { ...entry, mention: startOf(entry.mention), text: name, milestone: 'impactStarted' },
    { ...entry, mention: end, text: `End of ${name}`, milestone: 'mitigated' },
  ];
}

const cue =
  /\b(?:outage|down\b|downtime|unavailab|inaccessib|unreachable|unable|could not|couldn.t|(?:nobody|no one|none) could|fail|error|degrad|impact|affect|disrupt|incident|interrupt|not (?:be )?(?:able|accessible|available|working)|5\d\d|nicht erreichbar|indisponible|slow|latency|experienc|offline)/i;
const plan =
  /\b(?:maintenance|scheduled|planned|will be|next|support hours|business hours|office hours|working hours)\b/i;
const told = new Set(['summary', 'impact', 'other', 'header', 'detection', 'rootCause', 'metrics', 'timeline']);

/** A window beside its own length: `stuttered between 19:55 and 21:45, for 1 hour 50 minutes`. */
const isMeasured = (words: string): boolean =>
  findDurations(words).some((value) => ownRange(words, value) !== undefined);

/** What every window has. */
const twoNumbers = /\d\D+\d/;

function inText(from: number, to: number, text: string, sure: boolean): Entry | undefined {
  const whole = text.slice(from, Math.min(to, from + 6000));
  if (!twoNumbers.test(whole)) return undefined;
  for (const sentence of sentencesOf(whole)) {
    const raw = whole.slice(sentence.from, sentence.to);
    if (!twoNumbers.test(raw)) continue;
    const words = plainText(joined(raw));
    if (plan.test(words)) continue;
    const mention = findMoments(words).find((found) => found.until !== undefined);
    if (!mention || (!cue.test(words) && !sure && !isMeasured(words))) continue;
    return {
      mention,
      written: words.slice(mention.from, mention.to),
      text: words,
      from: from + sentence.from,
      to: from + sentence.to,
      group: -2,
      source: 'prose',
    };
  }
  return undefined;
}

function inBlocks(blocks: Block[], text: string, sure: boolean): Entry | undefined {
  for (const block of blocks) {
    if (block.type === 'paragraph') {
      const found = inText(block.from, block.to, text, sure);
      if (found) return found;
    } else if (block.type === 'list') {
      for (const item of block.items) {
        const found = inBlocks(item.blocks, text, sure);
        if (found) return found;
      }
    }
  }
  return undefined;
}

/** The first window of impact that prose tells: `Between 09:12 and 10:40 UTC users were unable to log in.` */
export function findWindow(sections: KindSection[], text: string): Entry | undefined {
  for (const section of sections) {
    const kind = effectiveKind(section);
    if ((!told.has(kind) && kind !== 'lessons') || section.kind === 'timeline') continue;
    const found = inBlocks(section.blocks, text, kind === 'impact');
    if (found) return found;
  }
  return undefined;
}
