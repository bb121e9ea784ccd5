import { findNumbers } from './number.ts';

/** The first percentage in the text, in percent: `99.95% uptime` is 99.95; also `15,3 %`, `20 percent`. */
export function readPercent(text: string): number | undefined {
  const found = findNumbers(text, 'percent').find(({ to }) =>
    /^\s{0,2}(?:[%％]|percent|pct|per cent)/i.test(text.slice(to, to + 12)),
  );
  return found?.value;
}
