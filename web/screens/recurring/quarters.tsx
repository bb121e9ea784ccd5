import { words } from '../../words/searching.ts';
import style from './recurring.module.css';

type Quarter = { value: string; count: number };

const [barWidth, gap, height] = [7, 2, 20];
const mostShown = 12;

/** All quarters from the first to the last, those without any too. */
function filled(quarters: readonly Quarter[]): Quarter[] {
  const counts = new Map(quarters.map(({ value, count }) => [value, count]));
  const number = (quarter: string) => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1;
  const [first, last] = [quarters[0], quarters.at(-1)];
  if (first === undefined || last === undefined) return [];
  const from = Math.max(number(first.value), number(last.value) - mostShown + 1);
  return Array.from({ length: number(last.value) - from + 1 }, (_, index) => {
    const value = `${Math.floor((from + index) / 4)}-Q${((from + index) % 4) + 1}`;
    return { value, count: counts.get(value) ?? 0 };
  });
}

/** How often in each quarter, as bars; the latest three years of what there is. */
export function Quarters({ quarters }: { quarters: readonly Quarter[] }) {
  const { recurring } = words;
  const shown = filled(quarters);
  const most = Math.max(1, ...shown.map(({ count }) => count));
  const told = shown.filter(({ count }) => count > 0).map(({ value, count }) => recurring.quarter(value, count));
  return (
    <svg
      role="img"
      aria-label={told.join(', ')}
      className={style.quarters}
      width={shown.length * (barWidth + gap)}
      height={height}
    >
      <title>{told.join('\n')}</title>
      {shown.map(({ value, count }, index) => {
        const tall = count === 0 ? 1 : Math.max(3, (count / most) * height);
        return (
          <rect
            key={value}
            className={count === 0 ? style.empty : style.bar}
            x={index * (barWidth + gap)}
            y={height - tall}
            width={barWidth}
            height={tall}
            rx={1}
          />
        );
      })}
    </svg>
  );
}
