import type { Figure } from '../record/figure.ts';
import type { Milestone } from '../record/milestone.ts';
import { listed, type Said, say } from '../record/said.ts';
import { defaultSpans, type SpanDefinition } from './default-spans.ts';
import type { FigureContext, FigureFamily } from './family.ts';
import { isMilestone, missingReason } from './milestone-words.ts';
import type { Milestones, SpanEnd } from './milestones.ts';
import { sumOfOutages } from './outages.ts';
import { spanBetween } from './span-between.ts';
import { unknownFigure } from './unknown.ts';

/** The first milestone of the list that has a usable event. */
function firstStated(wanted: readonly Milestone[], milestones: Milestones): SpanEnd | undefined {
  for (const milestone of wanted) {
    const chosen = milestones.get(milestone)?.chosen;
    if (chosen !== undefined) return chosen;
  }
  return undefined;
}

/** Why a list of milestones gives no end: it is not stated, or its times cannot be read. */
function lack(first: Milestone, milestones: Milestones): { reason: Said; cites: string[] } {
  const unread = milestones.get(first)?.unreadable ?? [];
  if (unread[0] === undefined) return { reason: missingReason(first), cites: [] };
  const written = unread[0].moment.written ?? unread[0].moment.at ?? '';
  const place = written === '' ? unread[0].path : `${unread[0].path}, “${written}”`;
  const reason = say`the time of ${first} (${place}) cannot be read: correct it`;
  return { reason, cites: unread.map(({ path }) => path) };
}

function missingSpan({ from, to }: Ends, milestones: Milestones, start?: SpanEnd, end?: SpanEnd): Figure {
  const [first, last] = [from[0] as Milestone, to[0] as Milestone];
  const missing = [];
  if (start === undefined) missing.push(lack(first, milestones));
  if (end === undefined) missing.push(lack(last, milestones));
  const reason = listed(
    missing.map((side) => side.reason),
    (one, other) => say`${one}; ${other}`,
  );
  const cites = missing.flatMap((side) => side.cites);
  const or = (names: readonly string[]) =>
    listed(
      names.map((name) => say`${name}`),
      (one, other) => say`${one} or ${other}`,
    );
  const formula = say`${or(to)} - ${or(from)}`;
  return { ...unknownFigure('seconds', formula, reason, cites), from: first, to: last };
}

type Ends = Omit<SpanDefinition, 'name'>;

/** A span by milestones: `from` and `to` are lists, the first one stated counts; it says so when that is not the first wanted. */
export function milestoneSpan(ends: Ends, milestones: Milestones): Figure {
  const start = firstStated(ends.from, milestones);
  const end = firstStated(ends.to, milestones);
  if (start === undefined || end === undefined) return missingSpan(ends, milestones, start, end);
  const remarks: Said[] = [];
  if (start.name !== ends.from[0]) remarks.push(say`${ends.from[0]} is not stated`);
  if (end.name !== ends.to[0]) remarks.push(say`${ends.to[0]} is not stated`);
  return spanBetween(start, end, remarks.length === 0 ? undefined : listed(remarks));
}

/** A definition of a template: `acknowledged -> mitigationStarted`, no fallbacks. */
function ownSpan(written: string, milestones: Milestones): Figure {
  const [from = '', to = ''] = written.split('->').map((side) => side.trim());
  if (isMilestone(from) && isMilestone(to)) return milestoneSpan({ from: [from], to: [to] }, milestones);
  const wrong = isMilestone(from) ? to : from;
  return unknownFigure(
    'seconds',
    `${to} - ${from}`,
    say`the template's definition names “${wrong}”, which is no milestone`,
  );
}

/** From the first start to the last end of several outages is no time to mitigate: most of it went well. */
function overOutages(definition: SpanDefinition, outages: Figure | undefined): Figure | undefined {
  if (outages === undefined || definition.from[0] !== 'impactStarted' || definition.to[0] !== 'mitigated')
    return undefined;
  const reason = 'there are several outages, each with its own start and end: see downtime for their sum';
  return {
    ...unknownFigure('seconds', 'mitigated - impactStarted', reason, outages.cites),
    from: 'impactStarted',
    to: 'mitigated',
  };
}

function* computeSpans({ policy, milestones }: FigureContext): Iterable<[string, Figure]> {
  const outages = sumOfOutages(milestones);
  for (const definition of defaultSpans)
    if (!Object.hasOwn(policy.figures, definition.name))
      yield [definition.name, overOutages(definition, outages) ?? milestoneSpan(definition, milestones)];
  for (const [name, written] of Object.entries(policy.figures)) yield [name, ownSpan(written, milestones)];
}

/** Times between two milestones. A template may redefine each, and add its own. */
export const spans: FigureFamily = {
  describes: defaultSpans.map(({ name, from, to }) => ({
    name,
    formula: `${to.join(', else ')} - ${from.join(', else ')}`,
    unit: 'seconds',
    unknownWhen: 'either end is not stated or has no readable time, or the order is impossible',
  })),
  compute: computeSpans,
};
