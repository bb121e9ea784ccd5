import { useEffect, useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { words } from '../words/index.ts';
import { commands, keysText } from './commands.ts';
import { onOpen } from './palette-state.ts';
import style from './shortcuts-dialog.module.css';

const Keys = ({ of }: { of: readonly { label: string; keys: string }[] }) => (
  <dl className={style.list}>
    {of.map(({ label, keys }) => (
      <div key={label} className={style.row}>
        <dt>{label}</dt>
        <dd>
          <kbd>{keys}</kbd>
        </dd>
      </div>
    ))}
  </dl>
);

/** The keys of everything that the present screen offers, and those of its tables. */
export function Shortcuts() {
  const [open, setOpen] = useState(false);
  useEffect(() => onOpen('shortcuts', () => setOpen(true)), []);
  if (!open) return null;
  return (
    <Dialog label={words.shell.shortcuts} title={words.shell.shortcuts} close={() => setOpen(false)}>
      <Keys
        of={commands().flatMap(({ label, keys }) => (keys === undefined ? [] : [{ label, keys: keysText(keys) }]))}
      />
      {document.querySelector('main [role=grid]') === null ? null : (
        <>
          <h3 className={style.part}>{words.editors.inTables}</h3>
          <Keys of={words.editors.tableKeys} />
          <h3 className={style.part}>{words.document.chart.inChart}</h3>
          <Keys of={words.document.chart.keys} />
        </>
      )}
    </Dialog>
  );
}
