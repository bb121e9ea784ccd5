import { memo } from 'react';
import { Moment } from '../../parts/moment.tsx';
import { RowLink } from '../../parts/row-link.tsx';
import sheet from '../../parts/sheet.module.css';
import { words } from '../../words/index.ts';
import type { Row } from './row.ts';
import { Severity } from './severity.tsx';
import style from './table.module.css';

type Props = {
  row: Row;
  index: number;
  /** The one row that Tab leads to. */
  current: boolean;
  onFocus: (index: number) => void;
};

/** One incident. Its title is the link; the rest of the row leads there, too. */
export const TableRow = memo(({ row, index, current, onFocus }: Props) => {
  const { key, title, severity, status, services, date, template, visibility, createdAt } = row;
  const statusText = `${words.common.status[status] ?? status}${visibility === 'restricted' ? `, ${words.incidents.restricted}` : ''}`;
  return (
    <tr data-row={index} aria-rowindex={index + 2} className={`${sheet.row} ${style.row}`}>
      <td className={style.key}>{key}</td>
      <td className={style.title}>
        <RowLink href={`/incidents/${key}`} tabIndex={current ? 0 : -1} onFocus={() => onFocus(index)}>
          {title === null || title === '' ? words.incidents.untitled : title}
        </RowLink>
        <span className={style.under}>{[key, severity, statusText].filter(Boolean).join(' · ')}</span>
      </td>
      <td className={style.severity}>
        <Severity severity={severity} />
      </td>
      <td className={style.status}>{statusText}</td>
      <td className={style.services}>{services ?? ''}</td>
      <td className={style.date}>
        {date === undefined || date === null || date === '' ? (
          <Moment at={createdAt} only="day" />
        ) : (
          words.incidents.day(date)
        )}
      </td>
      <td className={style.template}>{template}</td>
    </tr>
  );
});
