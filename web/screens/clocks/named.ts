import type { ShownClock } from '../../../src/operations/clock/shown.ts';
import { words } from '../../words/with-clocks.ts';

/** A moment from which clocks count, by its words. */
export function momentName(from: ShownClock['rule']['from']): string {
  const { clocks } = words;
  if (typeof from === 'string') return clocks.names[from] ?? from;
  return 'done' in from ? clocks.whenDone(from.done) : from.event;
}

/** What started a clock, or might have. */
export const startName = ({ by, name }: NonNullable<ShownClock['start']>): string =>
  by === 'clock' ? words.clocks.whenDone(name) : (words.clocks.names[name] ?? name);
