import type { ReactNode } from 'react';
import style from './table.module.css';

type Column = string | { label: string; className: string | undefined };

type Props = {
  columns: readonly Column[];
  /** A last column whose name is read but not seen, as for buttons. */
  quietColumn?: string;
  /** On narrow screens each row becomes a block, and cells say their `data-column` before their value. */
  stacks?: boolean;
  className?: string | undefined;
  /** The rows. */
  children: ReactNode;
};

/** A table within a panel. */
export const Table = ({ columns, quietColumn, stacks = false, className = '', children }: Props) => (
  <table className={`${style.table} ${stacks ? style.stacks : ''} ${className}`}>
    <thead>
      <tr>
        {columns.map((column) => {
          const { label, className: own } = typeof column === 'string' ? { label: column, className: '' } : column;
          return (
            <th key={label} scope="col" className={own}>
              {label}
            </th>
          );
        })}
        {quietColumn === undefined ? null : (
          <th scope="col">
            <span className="aside">{quietColumn}</span>
          </th>
        )}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
);
