import type { Figure } from '../record/figure.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import { say } from '../record/said.ts';
import type { FigureContext, FigureFamily } from './family.ts';
import type { SpanEnd } from './milestones.ts';
import { momentWindow } from './moment-window.ts';
import { spanBetween } from './span-between.ts';
import { unknownFigure } from './unknown.ts';
import { reasonOf, reworded } from './wording.ts';

type Placed = { phase: string; lowMs: number; end: SpanEnd };

function placed(timeline: readonly TimelineEvent[]): Placed[] {
  const events = timeline.flatMap((event, index) => {
    const window = event.phase === undefined ? undefined : momentWindow(event);
    if (window === undefined || event.phase === undefined) return [];
    const path = `timeline[${index}]`;
    return [{ phase: event.phase, lowMs: window.lowMs, end: { name: path, path, moment: event, inferred: false } }];
  });
  return events.sort((a, b) => a.lowMs - b.lowMs);
}

/** A phase lasts until the next one begins; the last one until its last event. */
function* computePhases({ record, policy }: FigureContext): Iterable<[string, Figure]> {
  const events = placed(record.timeline ?? []);
  const starts = new Map<string, Placed>();
  for (const event of events) if (!starts.has(event.phase)) starts.set(event.phase, event);
  const inOrder = [...starts.values()];
  for (const [index, start] of inOrder.entries()) {
    const next = inOrder[index + 1];
    const end = next?.end ?? events.at(-1)?.end ?? start.end;
    const until = next === undefined ? say`last event` : say`first event of ${next.phase}`;
    const figure = spanBetween(start.end, end);
    yield [`phase.${start.phase}`, reworded(figure, say`${until} - first event of ${start.phase}`, reasonOf(figure))];
  }
  for (const phase of policy.phases) {
    if (starts.has(phase)) continue;
    const reason = say`no event with a readable time is in the phase ${phase}: add one`;
    yield [`phase.${phase}`, unknownFigure('seconds', say`next phase - first event of ${phase}`, reason)];
  }
}

/** Time spent in each phase of the incident. */
export const phases: FigureFamily = {
  describes: [
    {
      name: 'phase.NAME',
      formula: 'first event of the next phase (the last event of all, for the last phase) - first event of the phase',
      unit: 'seconds',
      unknownWhen: 'no event of the phase has a readable time',
    },
  ],
  compute: computePhases,
};
