import type { Page } from 'playwright-core';

/** What React has drawn: the row of a list, or the place of the record that a component stands in; `` for what is around it all. */
export type Drawn = { row?: string; path: string; inside: string };

type Fiber = {
  tag: number;
  flags: number;
  memoizedProps: { rowKey?: string; columns?: unknown } | null;
  stateNode: unknown;
  alternate: Fiber | null;
  child: Fiber | null;
  sibling: Fiber | null;
  return: Fiber | null;
};

/** Notes every component that is drawn, as React's own tools do: by the hook that it calls after each commit. */
function note(): void {
  const drawn: Drawn[] = [];
  // Functions, classes, forwarded and memoised ones; a host element; the flag of one that has run.
  const [components, hostTag, hasRun] = [new Set([0, 1, 11, 14, 15]), 5, 1];
  const hostOf = (fiber: Fiber | null): Element | null =>
    fiber === null ? null : fiber.tag === hostTag ? (fiber.stateNode as Element) : hostOf(fiber.return);
  const add = (fiber: Fiber): void => {
    const { rowKey, columns } = fiber.memoizedProps ?? {};
    // A component stands in what it draws; one that draws nothing, in what is around it.
    const around = hostOf(fiber.child?.tag === hostTag ? fiber.child : fiber);
    const path = around?.closest('[data-path]')?.getAttribute('data-path') ?? '';
    const inside = around?.closest('[data-state]') === null ? '' : 'line';
    drawn.push({ path, inside, ...(rowKey === undefined || columns === undefined ? {} : { row: rowKey }) });
  };
  const walk = (fiber: Fiber, before: Fiber | null): void => {
    if (components.has(fiber.tag) && (before === null || (fiber.flags & hasRun) === hasRun)) add(fiber);
    if (before !== null && fiber.child === before.child) return;
    for (let child = fiber.child; child !== null; child = child.sibling) walk(child, child.alternate);
  };
  const hook = {
    isDisabled: false,
    supportsFiber: true,
    inject: () => 1,
    onScheduleFiberRoot: () => {},
    onCommitFiberUnmount: () => {},
    onPostCommitFiberRoot: () => {},
    onCommitFiberRoot: (_: number, { current }: { current: Fiber }) => walk(current, current.alternate),
  };
  Object.assign(globalThis, { __REACT_DEVTOOLS_GLOBAL_HOOK__: hook, drawn });
}

/** Has a page note what is drawn from its next load on. */
export const noteDrawn = (page: Page): Promise<void> => page.addInitScript(note) as Promise<never>;

/** What was drawn since the last call. */
export const takeDrawn = (page: Page): Promise<Drawn[]> =>
  page.evaluate(() => (globalThis as unknown as { drawn: Drawn[] }).drawn.splice(0));
