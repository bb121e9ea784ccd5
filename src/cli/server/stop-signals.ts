/** npm passes Ctrl-C on to a program that the terminal has told already; that is one wish, not two. */
const oneWishMs = 500;

/** Resolves at the first SIGTERM or SIGINT. Calls `hurry` when another one comes later. */
export function stopSignal(hurry: () => void): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let firstAt: number | undefined;
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.on(signal, () => {
        if (firstAt === undefined) {
          firstAt = performance.now();
          resolve(signal);
        } else if (performance.now() - firstAt > oneWishMs) hurry();
      });
  });
}
