import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { TriedClocks } from '../../../../src/operations/clock/try.ts';
import { call } from '../../../api/call.ts';
import type { Problem } from '../../../api/problem.ts';

const typingMs = 300;

/** What is wrong with rules while they are written, and what they would make of an incident. */
export function useTriedClocks(text: string, incident: string) {
  const [settled, setSettled] = useState({ text, incident });
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ text, incident }), typingMs);
    return () => clearTimeout(timer);
  }, [text, incident]);
  const input = { text: settled.text, ...(settled.incident === '' ? {} : { incident: settled.incident }) };
  return useQuery<TriedClocks, Problem>({
    queryKey: ['clock.try', input],
    queryFn: ({ signal }) => call<TriedClocks>('clock.try', input, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
}
