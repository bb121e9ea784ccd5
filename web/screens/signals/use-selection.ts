import { useCallback, useRef, useState } from 'react';

/** Which signals are selected, and how that is changed. */
export type Selection = {
  selected: ReadonlySet<string>;
  /** Selects one or takes it back; `far`: all from the last one that was chosen to this one. */
  choose: (id: string, on: boolean, far: boolean) => void;
  /** Several at once. */
  chooseAll: (ids: readonly string[], on: boolean) => void;
  clear: () => void;
};

/** The ids from one to another as they stand in order, both included. */
export function between(order: readonly string[], from: string, to: string): string[] {
  const [a, b] = [order.indexOf(from), order.indexOf(to)];
  return a < 0 || b < 0 ? [to] : order.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** The selection of a list. @param order its ids as they are shown */
export function useSelection(order: readonly string[]): Selection {
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string>(undefined);
  const chooseAll = useCallback((ids: readonly string[], on: boolean) => {
    select((before) => {
      const next = new Set(before);
      for (const id of ids)
        if (on) next.add(id);
        else next.delete(id);
      return next;
    });
  }, []);
  const choose = (id: string, on: boolean, far: boolean) => {
    chooseAll(far && last.current !== undefined ? between(order, last.current, id) : [id], on);
    last.current = id;
  };
  const clear = useCallback(() => select(new Set()), []);
  return { selected, choose, chooseAll, clear };
}
