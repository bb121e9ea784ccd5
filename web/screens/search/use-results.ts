import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SearchAnswer } from '../../../src/operations/search/find.ts';
import { call } from '../../api/call.ts';
import { useFurther } from '../../api/further.ts';
import type { Problem } from '../../api/problem.ts';
import { inputOf, type Wish } from './wish.ts';

/** What is found, page by page as far as it is wanted; while others are looked for, what was found before stays. */
export function useResults(wish: Wish) {
  const input = useMemo(() => inputOf(wish), [wish]);
  const { data, error, refetch, isPlaceholderData } = useQuery<SearchAnswer, Problem>({
    queryKey: ['search.find', input],
    queryFn: ({ signal }) => call<SearchAnswer>('search.find', input, { signal }),
    placeholderData: keepPreviousData,
  });
  const { pages, more, loadMore } = useFurther(data, (from: number, signal) =>
    call<SearchAnswer>('search.find', { ...input, from, limit: 50 }, { signal }),
  );
  const hits = useMemo(() => pages?.flatMap((page) => page.hits), [pages]);
  return {
    answer: data,
    hits,
    more,
    waiting: isPlaceholderData,
    problem: error,
    retry: () => void refetch(),
    loadMore,
  };
}
