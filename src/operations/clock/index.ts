import type { AnyStored } from '../stored-operation.ts';
import { applyClock } from './apply.ts';
import { beginClock } from './begin.ts';
import { listClocks } from './list.ts';
import { reopenClock } from './reopen.ts';
import { listClockRules } from './rules.ts';
import { runningClocks } from './running.ts';
import { settleClock } from './settle.ts';
import { tryClocks } from './try.ts';

/** Everything about clocks of laws and contracts. */
export const clockOperations: readonly AnyStored[] = [
  listClocks,
  applyClock,
  beginClock,
  settleClock,
  reopenClock,
  runningClocks,
  listClockRules,
  tryClocks,
];
