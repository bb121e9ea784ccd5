import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../../../api/call.ts';
import type { Problem } from '../../../api/problem.ts';
import type { Tried } from '../../../../src/operations/rules/try.ts';

const typingMs = 300;

/** What rules would do with the last signals, while they are written. */
export function useTried(text: string) {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), typingMs);
    return () => clearTimeout(timer);
  }, [text]);
  return useQuery<Tried, Problem>({
    queryKey: ['rules.try', { text: settled }],
    queryFn: ({ signal }) => call<Tried>('rules.try', { text: settled }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
}
