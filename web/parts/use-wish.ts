import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';

type Forms<Wish> = {
  /** What an address asks for. */
  wishOf: (params: URLSearchParams) => Wish;
  /** The address that asks for it. */
  paramsOf: (wish: Wish) => URLSearchParams;
};

/** What a list is asked for, which stands in the address, and the way to ask for something else. Give the same functions each time. */
export function useWish<Wish>({ wishOf, paramsOf }: Forms<Wish>): [Wish, (wish: Wish) => void] {
  const [params, setParams] = useSearchParams();
  const address = params.toString();
  const wish = useMemo(() => wishOf(new URLSearchParams(address)), [address, wishOf]);
  const change = useCallback((next: Wish) => setParams(paramsOf(next), { replace: true }), [setParams, paramsOf]);
  return [wish, change];
}
