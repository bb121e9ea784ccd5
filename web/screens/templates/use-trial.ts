import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Trial } from '../../../src/operations/template/try.ts';
import { call } from '../../api/call.ts';
import type { Problem } from '../../api/problem.ts';

const typingMs = 300;

/** A text as it was when somebody last stopped writing for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), typingMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** What a source makes, and of an example, while it is written. */
export function useTrial(source: string, example: string) {
  const [settled, read] = [useSettled(source), useSettled(example)];
  const input = { source: settled, ...(read.trim() === '' ? {} : { example: read }) };
  return useQuery<Trial, Problem>({
    queryKey: ['template.try', input],
    queryFn: ({ signal }) => call<Trial>('template.try', input, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
    enabled: input.source.trim() !== '',
  });
}
