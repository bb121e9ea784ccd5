import { memo } from 'react';
import { Link } from 'wouter';
import { Chip } from '../../parts/chip.tsx';
import { words } from '../../words/index.ts';
import style from './import.module.css';
import type { ImportRow } from './row.ts';

function Template({ row: { template, confidence = 0, repaired } }: { row: ImportRow }) {
  if (template === undefined) return null;
  const { general, recognised, repaired: letters } = words.import;
  return (
    <>
      {template === null ? general : `${template} ${recognised(confidence)}`}
      {repaired === true ? <span className={style.quiet}> · {letters}</span> : null}
    </>
  );
}

function Unbound({ row: { unbound } }: { row: ImportRow }) {
  if (unbound === undefined) return null;
  if (unbound.length === 0) return <span className={style.quiet}>{words.import.everything}</span>;
  return (
    <details>
      <summary className={style.summary}>{words.import.sections(unbound.length)}</summary>
      <ul className={style.sections}>
        {unbound.map(({ heading, line }) => (
          <li key={line}>{words.import.section(heading, line)}</li>
        ))}
      </ul>
    </details>
  );
}

function Result({ row: { state, key, why } }: { row: ImportRow }) {
  const { states } = words.import;
  return (
    <>
      {key === undefined ? (
        <Chip tone={state === 'failed' ? 'error' : 'plain'}>{states[state]}</Chip>
      ) : (
        <Link href={`/incidents/${key}`}>{key}</Link>
      )}
      {why === undefined ? null : <p className={style.why}>{why}</p>}
    </>
  );
}

const { columns } = words.import;

/** One file of the report. */
export const ReportRow = memo(({ row }: { row: ImportRow }) => (
  <tr>
    <th scope="row" className={style.path}>
      {row.path}
    </th>
    <td data-column={columns.template}>
      <Template row={row} />
    </td>
    <td data-column={columns.bound}>
      {row.values === undefined ? null : words.import.values(row.values, row.parts ?? 0)}
    </td>
    <td data-column={columns.unbound}>
      <Unbound row={row} />
    </td>
    <td data-column={columns.findings}>
      {row.errors === undefined ? null : words.import.findingsText(row.errors, row.otherFindings ?? 0)}
    </td>
    <td data-column={columns.result}>
      <Result row={row} />
    </td>
  </tr>
));
