import { useState } from 'react';
import type { Hunk } from '../../../../src/operations/versions/hunks.ts';
import { Button } from '../../../parts/button.tsx';
import { words } from '../../../words/index.ts';
import style from './diff.module.css';
import { shownLines } from './pair-lines.ts';
import { Pieces } from './pieces.tsx';

const own = words.history.compare;
const marks = { same: '', removed: '−', added: '+' } as const;
const firstShown = 40;

function Lines({ hunk }: { hunk: Hunk }) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={2} className={style.place}>
          {own.lines(hunk.after)}
        </th>
      </tr>
      {shownLines(hunk.lines).map(({ kind, pieces }, index) => (
        <tr key={index} className={style[kind]}>
          <td className={style.mark}>
            <span aria-hidden="true">{marks[kind]}</span>
            {kind === 'same' ? null : <span className="aside">{own[kind]}</span>}
          </td>
          <td className={style.text}>
            <Pieces pieces={pieces} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

/** The places in which two texts differ, each with the lines around it. */
export function Hunks({ hunks }: { hunks: Hunk[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? hunks : hunks.slice(0, firstShown);
  return (
    <>
      <table className={style.diff} aria-label={own.table}>
        <colgroup>
          <col className={style.markColumn} />
          <col />
        </colgroup>
        {shown.map((hunk) => (
          <Lines key={`${hunk.before} ${hunk.after}`} hunk={hunk} />
        ))}
      </table>
      {shown.length === hunks.length ? null : (
        <Button onClick={() => setAll(true)}>{own.more(hunks.length - shown.length)}</Button>
      )}
    </>
  );
}
