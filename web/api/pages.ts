import { useInfiniteQuery } from '@tanstack/react-query';
import { call, type Input } from './call.ts';
import type { Problem } from './problem.ts';

type Page<Item> = { items: Item[]; next?: number | string | undefined };

/** What a list operation answers page by page; `cursor` is the input that takes `next` of the page before. */
export function usePages<Item>(name: string, input: Input, cursor: string) {
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, refetch } = useInfiniteQuery<
    Page<Item>,
    Problem,
    Item[],
    unknown[],
    number | string | undefined
  >({
    queryKey: [name, input, 'pages'],
    queryFn: ({ pageParam, signal }) => call<Page<Item>>(name, { ...input, [cursor]: pageParam }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
  return {
    items: data,
    problem: error,
    more: hasNextPage,
    loading: isFetchingNextPage,
    loadMore: () => void fetchNextPage(),
    retry: () => void refetch(),
  };
}
