import { useDeferredValue, useMemo, useState } from 'react';
import { sayProblem } from '../../parts/notices.tsx';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { TextArea } from '../../parts/field.tsx';
import { words } from '../../words/index.ts';
import type { FieldValues } from '../../../src/record/value-at.ts';
import { cellText } from './cell-value.ts';
import type { TimeContext } from '../field/time-input.ts';
import type { Column } from './columns.ts';
import { readPasted } from './paste.ts';
import style from './paste-dialog.module.css';

type Props = {
  columns: readonly Column[];
  /** The day and zone of times that are written without. */
  context: TimeContext;
  text: string;
  bring: (entries: readonly FieldValues[]) => Promise<void>;
  close: () => void;
};

/** So many rows are shown before they are added; the server takes as many at once. */
const [mostShown, mostTaken] = [200, 5000];

/** What was understood of pasted rows, before they are added. */
export function PasteDialog({ columns, context, text: pasted, bring, close }: Props) {
  const [text, setText] = useState(pasted);
  const [busy, setBusy] = useState(false);
  const read = useDeferredValue(text);
  const found = useMemo(() => readPasted(read, columns, context), [read, columns, context]);
  const rows = found.slice(0, mostTaken);
  const wrong = rows.reduce((count, row) => count + row.wrong.length, 0);
  const add = async () => {
    setBusy(true);
    try {
      await bring(rows.map(({ set }) => set));
      close();
    } catch (error) {
      sayProblem(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      label={words.editors.pasteTitle}
      title={words.editors.pasteTitle}
      close={close}
      foot={
        <>
          <Button onClick={close}>{words.common.cancel}</Button>
          {rows.length === 0 ? null : (
            <Button look="main" busy={busy} onClick={() => void add()}>
              {words.editors.addRows(rows.length)}
            </Button>
          )}
        </>
      }
    >
      <div className={style.body}>
        <TextArea
          label={words.editors.pasteLabel}
          hint={words.editors.pasteHint}
          value={text}
          rows={3}
          onChange={({ target }) => setText(target.value)}
        />
        <p role="status">
          {found.length === 0 ? words.editors.pasteNothing : words.editors.pasteFound(found.length)}
          {found.length > mostTaken ? (
            <strong className={style.wrong}> {words.editors.pasteMost(mostTaken)}</strong>
          ) : null}
          {wrong === 0 ? null : <strong className={style.wrong}> {words.editors.pasteWrong(wrong)}</strong>}
        </p>
        {rows.length === 0 ? null : (
          <div className={style.preview} tabIndex={0} role="region" aria-label={words.editors.pasteTitle}>
            <table>
              <thead>
                <tr>
                  {columns.map(({ key, title }) => (
                    <th key={key} scope="col">
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.slice(0, mostShown).map((row, index) => (
                  <tr key={index} className={row.wrong.length > 0 ? style.wrongRow : undefined}>
                    {columns.map((column) => (
                      <td key={column.key}>{cellText(column, row.set)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
    </Dialog>
  );
}
