import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import { useOperation } from '../../api/queries.ts';
import type { Problem } from '../../api/problem.ts';
import { sayProblem } from '../../parts/notices.tsx';
import type { Page, Row } from './row.ts';
import { inputOf, type Wish } from './wish.ts';

/** The rows of a list as far as they are loaded. */
export type Rows = {
  /** Undefined while the first are loaded. */
  rows: Row[] | undefined;
  more: boolean;
  loading: boolean;
  problem: Problem | null;
  retry: () => void;
  /** Loads the next page, unless that is under way. */
  loadMore: () => void;
};

const pageSize = 200;

type Further = { rows: Row[]; next: string | undefined };

/** A page behind those that are known. A row that was moved there stands there only. */
function continued(known: Row[], page: Row[]): Row[] {
  const ids = new Set(page.map(({ id }) => id));
  return [...known.filter(({ id }) => !ids.has(id)), ...page];
}

/** The first page follows the feed of changes; what it does not have any more was pushed down, and stays known. */
function merged(first: Row[], known: Row[]): Row[] {
  const ids = new Set(first.map(({ id }) => id));
  return [...first, ...known.filter(({ id }) => !ids.has(id))];
}

/** The incidents that a wish finds, page by page as far as they are wanted. */
export function useRows(wish: Wish): Rows {
  const input = useMemo(() => inputOf(wish), [wish]);
  const { data, error, isFetching, refetch } = useOperation<Page>('incident.list', input);
  const [further, setFurther] = useState<Further>();
  const [loading, setLoading] = useState(false);
  const asked = useRef<AbortController>(undefined);
  useEffect(() => {
    setFurther(undefined);
    return () => {
      asked.current?.abort();
      asked.current = undefined;
      setLoading(false);
    };
  }, [input]);
  const rows = useMemo(() => data && merged(data.items, further?.rows ?? []), [data, further]);
  const next = further === undefined ? data?.next : further.next;
  const loadMore = useCallback(() => {
    if (next === undefined || data === undefined || asked.current !== undefined) return;
    const controller = (asked.current = new AbortController());
    setLoading(true);
    call<Page>('incident.list', { ...input, limit: pageSize, cursor: next }, { signal: controller.signal })
      .then((page) =>
        setFurther((before) => ({ rows: continued(before?.rows ?? data.items, page.items), next: page.next })),
      )
      .catch((problem: unknown) => (controller.signal.aborted ? undefined : sayProblem(problem)))
      .finally(() => {
        if (asked.current !== controller) return;
        asked.current = undefined;
        setLoading(false);
      });
  }, [input, data, next]);
  return {
    rows,
    more: next !== undefined,
    loading: loading || (data === undefined && isFetching),
    problem: error,
    retry: () => void refetch(),
    loadMore,
  };
}
