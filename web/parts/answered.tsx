import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Problem } from '../api/problem.ts';
import { Loading } from './loading.tsx';
import { ProblemPanel } from './problem-panel.tsx';

type Props<Output> = { of: UseQueryResult<Output, Problem>; children: (answer: Output) => ReactNode };

/** What an operation answered; lines while it is loaded, the problem when there is nothing to show. */
export function Answered<Output>({ of, children }: Props<Output>) {
  const { data, error, refetch } = of;
  if (data !== undefined) return <>{children(data)}</>;
  return error === null ? <Loading /> : <ProblemPanel problem={error} retry={() => void refetch()} />;
}
