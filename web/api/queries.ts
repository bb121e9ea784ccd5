import { notifyManager, QueryClient, useMutation, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, type Input } from './call.ts';
import type { Problem } from './problem.ts';
import { start } from './start.ts';

// A change is drawn with what made it, in the same frame: the library would wait for a timer first.
notifyManager.setScheduler((tell) => tell());

/** What the app has read, kept until the feed says that it changed. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, retry: false, networkMode: 'always', refetchOnWindowFocus: false },
  },
});

const keyOf = (name: string, input: Input): unknown[] => [name, input];

for (const [key, answer] of Object.entries(start.answers)) {
  const [name, input] = JSON.parse(key) as [string, Input];
  queries.setQueryData(keyOf(name, input), answer);
}

/** What a read operation answers, read again whenever the feed tells of a change. */
export const useOperation = <Output>(name: string, input: Input = {}, wanted = true): UseQueryResult<Output, Problem> =>
  useQuery<Output, Problem>({
    queryKey: keyOf(name, input),
    queryFn: ({ signal }) => call<Output>(name, input, { signal }),
    enabled: wanted,
  });

/** Puts an answer in place of what was read, as for a change that is shown before the server has confirmed it. */
export const expect = <Output>(name: string, input: Input, change: (before: Output) => Output): void => {
  queries.setQueryData<Output>(keyOf(name, input), (before) => (before === undefined ? before : change(before)));
};

/** Has everything that was read by these operations read again; all of them without names. */
export const refresh = (...names: string[]): Promise<void> =>
  queries.invalidateQueries({
    predicate: ({ queryKey: [name] }) => names.length === 0 || names.includes(String(name)),
  });

/**
 * A write operation: `run(input)`, whether it is under way, and the problem of its last run. `attempt` is `run` for those who show
 * that problem: it answers undefined in place of throwing it.
 */
export function useChange<Output>(name: string) {
  const { mutateAsync, isPending, error, reset } = useMutation<Output, Problem, Input>({
    mutationFn: (input) => call<Output>(name, input),
    networkMode: 'always',
  });
  const attempt = (input: Input): Promise<Output | undefined> => mutateAsync(input).catch(() => undefined);
  return { run: mutateAsync, attempt, busy: isPending, problem: error, reset };
}
