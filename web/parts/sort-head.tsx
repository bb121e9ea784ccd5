import style from './sheet.module.css';

type Props = {
  label: string;
  /** How the rows are ordered by this column; undefined when they are not. */
  order: 'asc' | 'desc' | undefined;
  /** Orders by it, or the other way round. */
  sort: () => void;
  className: string | undefined;
};

const named = { asc: 'ascending', desc: 'descending' } as const;
const arrows = { asc: ' ↑', desc: ' ↓' };

/** The head of a column that rows can be ordered by. */
export const SortHead = ({ label, order, sort, className }: Props) => (
  <th scope="col" className={className} aria-sort={order && named[order]}>
    <button type="button" className={style.sort} onClick={sort}>
      {label}
      <span aria-hidden="true">{order && arrows[order]}</span>
    </button>
  </th>
);
