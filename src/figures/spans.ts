import type { Figure } from '../record/figure.ts';
import type { Milestone } from '../record/milestone.ts';
import { defaultSpans, type SpanDefinition } from './default-spans.ts';
import type { FigureContext, FigureFamily } from './family.ts';
import { isMilestone, missingReason } from './milestone-words.ts';
import type { Milestones, SpanEnd } from './milestones.ts';
import { spanBetween } from './span-between.ts';
import { unknownFigure } from './unknown.ts';

type Pick = { end: SpanEnd; remark?: string } | { reason: string; cites: string[] };

/** The first milestone of the list that has a usable event; says so when it is not the first one wanted. */
function pick(wanted: readonly Milestone[], milestones: Milestones): Pick {
  const index = wanted.findIndex((milestone) => milestones.get(milestone)?.chosen !== undefined);
  const first = wanted[0] as Milestone;
  const end = index < 0 ? undefined : milestones.get(wanted[index] as Milestone)?.chosen;
  if (end !== undefined) return index === 0 ? { end } : { end, remark: `${first} is not stated` };
  const unread = milestones.get(first)?.unreadable ?? [];
  if (unread[0] === undefined) return { reason: missingReason(first), cites: [] };
  const written = unread[0].moment.written ?? unread[0].moment.at ?? '';
  const reason = `the time of ${first} (${unread[0].path}${written === '' ? '' : `, “${written}”`}) cannot be read: correct it`;
  return { reason, cites: unread.map(({ path }) => path) };
}

/** A span by milestones: `from` and `to` are lists, the first one stated counts. */
export function milestoneSpan({ from, to }: Omit<SpanDefinition, 'name'>, milestones: Milestones): Figure {
  const [start, end] = [pick(from, milestones), pick(to, milestones)];
  const formula = `${to.join(' or ')} - ${from.join(' or ')}`;
  if ('reason' in start || 'reason' in end) {
    const missing = [start, end].filter((side) => 'reason' in side);
    const reason = missing.map((side) => side.reason).join('; ');
    const cites = missing.flatMap((side) => side.cites);
    return { ...unknownFigure('seconds', formula, reason, cites), from: from[0] as string, to: to[0] as string };
  }
  const remarks = [start.remark, end.remark].filter((remark) => remark !== undefined);
  return spanBetween(start.end, end.end, remarks.length === 0 ? undefined : remarks.join(', '));
}

/** A definition of a template: `acknowledged -> mitigationStarted`, no fallbacks. */
function ownSpan(written: string, milestones: Milestones): Figure {
  const [from = '', to = ''] = written.split('->').map((side) => side.trim());
  if (isMilestone(from) && isMilestone(to)) return milestoneSpan({ from: [from], to: [to] }, milestones);
  const wrong = isMilestone(from) ? to : from;
  return unknownFigure(
    'seconds',
    `${to} - ${from}`,
    `the template's definition names “${wrong}”, which is no milestone`,
  );
}

function* computeSpans({ policy, milestones }: FigureContext): Iterable<[string, Figure]> {
  for (const definition of defaultSpans)
    if (!Object.hasOwn(policy.figures, definition.name)) yield [definition.name, milestoneSpan(definition, milestones)];
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
