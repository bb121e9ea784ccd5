/** Waits until something holds, and no longer than a busy machine needs. @throws when it does not */
export async function until(what: string, holds: () => unknown, withinMs = 30_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`${what}: not within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
