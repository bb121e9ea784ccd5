import { useEffect, useState } from 'react';

const everyMs = 30_000;

/** The moment, as milliseconds since 1970; it goes on by itself. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
