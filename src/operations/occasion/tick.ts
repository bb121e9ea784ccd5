import type { StoredContext } from '../stored-operation.ts';
import { fireDue } from './fire-due.ts';
import { planChanged } from './plan-changed.ts';

/** More often than this it is not looked again in one go: then it is the turn of others. */
const mostTurns = 10_000;

/** Plans what changed and says what is due at the moment of the context. `context` is asked for anew each time: settings may change. */
export async function tick(context: () => Promise<StoredContext>): Promise<void> {
  try {
    for (let turn = 0; turn < mostTurns && (await planChanged(await context())); turn++);
  } finally {
    // What is planned already is said also when something new cannot be planned.
    for (let turn = 0; turn < mostTurns && (await fireDue(await context())); turn++);
  }
}
