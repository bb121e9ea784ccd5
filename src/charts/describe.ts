import { formatDuration } from '../values/duration.ts';
import type { Band } from './bands.ts';
import type { Bracket } from './bracket.ts';
import { clockText, dayText, momentText, type Marks } from './marks.ts';
import { words } from './words.ts';

/** Most milestones and phases that the description names. */
const most = 20;

/** The chart in words, for those who do not see it. */
export function describeTimeline(
  { marks, zone, offsetMs }: Marks,
  bands: Band[],
  bracket: Bracket | undefined,
): string {
  const first = marks[0];
  const last = marks.at(-1);
  if (first === undefined || last === undefined) return 'No event has a time yet.';
  const when = (ms: number) => `${dayText(ms, offsetMs, true)} ${clockText(ms, offsetMs)}`;
  const spans = bands.slice(0, most).map((band) => `${band.word} ${formatDuration((band.toMs - band.fromMs) / 1000)}`);
  const named = marks.flatMap((mark) =>
    mark.event.milestone === undefined
      ? []
      : [
          `${words(mark.event.milestone)} ${momentText(mark, marks, offsetMs)}${mark.event.inferred === true ? ' (inferred)' : ''}`,
        ],
  );
  const parts = [
    `${marks.length} ${marks.length === 1 ? 'event' : 'events'} from ${when(first.fromMs)} to ${when(last.toMs)} (${zone}).`,
    spans.length === 0 ? '' : `Phases: ${spans.join(', ')}.`,
    named.length === 0 ? '' : `Milestones: ${named.slice(0, most).join(', ')}.`,
    bracket === undefined ? '' : `Measured: ${bracket.label}.`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}
