import { whileSending } from './unsaved.ts';

/** What is changed is on the screen before it is on its way. */
const afterDrawing = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

const turns = new Map<string, Promise<unknown>>();

/** Does some work after all that was asked before under the same name, whether that went well or not. */
export function inTurn<Output>(name: string, work: () => Promise<Output>): Promise<Output> {
  const run = (turns.get(name) ?? afterDrawing()).then(work, work);
  const settled = run.catch(() => undefined);
  turns.set(name, settled);
  void settled.then(() => turns.get(name) === settled && turns.delete(name));
  return whileSending(run);
}

/** Waits until all that was asked under a name is done, whether that went well or not. */
export const turnsDone = async (name: string): Promise<unknown> => turns.get(name);
