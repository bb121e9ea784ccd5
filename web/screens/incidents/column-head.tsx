import { SortHead } from '../../parts/sort-head.tsx';
import type { Sort, Wish } from './wish.ts';

type Props = { label: string; sort: Sort; wish: Wish; change: (wish: Wish) => void; className: string | undefined };

/** Ordered by a column once, then the other way round, then by the newest first again. */
function nextOf(wish: Wish, sort: Sort): Wish {
  const first = sort === 'number' ? 'desc' : 'asc';
  if (wish.sort !== sort) return { ...wish, sort, order: first };
  if (wish.order === first) return { ...wish, order: first === 'asc' ? 'desc' : 'asc' };
  return { ...wish, sort: 'created', order: 'desc' };
}

/** The head of a column that can be ordered by. */
export const ColumnHead = ({ label, sort, wish, change, className }: Props) => (
  <SortHead
    {...{ label, className }}
    order={wish.sort === sort ? wish.order : undefined}
    sort={() => change(nextOf(wish, sort))}
  />
);
