/**
 * Work that many ask for at once, such as reading what is new: it runs once at a time. Those who ask while it runs wait for one further
 * run together, which sees all that was there when they asked.
 */
export function sharedTurns<Value>(work: () => Promise<Value>): () => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting: Promise<Value> | undefined;
  const run = (): Promise<Value> => {
    waiting = undefined;
    return work();
  };
  return () => {
    waiting ??= last.then(run, run);
    last = waiting;
    return waiting;
  };
}
