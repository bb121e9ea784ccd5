import { useEffect, useMemo, useState } from 'react';
import type { ActionItem, ActionPage } from '../../../src/operations/action/list.ts';
import { call, type Input } from '../../api/call.ts';
import { useFurther } from '../../api/further.ts';
import { useOperation } from '../../api/queries.ts';

export type { ActionItem } from '../../../src/operations/action/list.ts';

/** What names an action on this screen. */
export const nameOf = ({ incident, id }: ActionItem): string => `${incident.id}/${id}`;

/** The actions that an input of `action.list` finds, page by page as far as they are wanted. */
export function useActions(input: Input) {
  const [most, setMost] = useState(50);
  const text = JSON.stringify(input);
  useEffect(() => setMost(50), [text]);
  const { data, error, refetch } = useOperation<ActionPage>('action.list', { ...input, limit: most });
  const further = useFurther(data, (cursor: string, signal) =>
    call<ActionPage>('action.list', { ...input, limit: 200, cursor }, { signal }),
  );
  const items = useMemo(() => further.pages?.flatMap((page) => page.items), [further.pages]);
  // The first 200 are read again whenever something changes; what lies behind them is read once.
  const loadMore = most < 200 ? () => setMost(200) : further.loadMore;
  return { items, more: further.more, problem: error, retry: () => void refetch(), loadMore };
}
