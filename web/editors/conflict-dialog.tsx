import { useRef } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { words } from '../words/index.ts';
import { useKept } from './saving/unsaved.ts';
import style from './conflict-dialog.module.css';

/** What the server says of a change that somebody else was faster with. */
export type Conflict = { path: string; yours: unknown; theirs: unknown; version: number };

type Props = {
  label: string;
  yours: string;
  theirs: string;
  keep: () => void;
  take: () => void;
  /** Nothing is decided: what was written stays in its input. */
  later: () => void;
};

/** Two values of one field side by side, to choose from. */
export function ConflictDialog({ label, yours, theirs, keep, take, later }: Props) {
  useKept(true);
  // A dialog tells that it was closed after the choice, too.
  const decided = useRef(false);
  const decide = (choice: () => void) => () => {
    if (decided.current) return;
    decided.current = true;
    choice();
  };
  return (
    <Dialog
      label={words.editors.conflict(label)}
      title={words.editors.conflict(label)}
      close={decide(later)}
      foot={
        <>
          <Button onClick={decide(take)}>{words.editors.takeTheirs}</Button>
          <Button look="main" onClick={decide(keep)}>
            {words.editors.keepMine}
          </Button>
        </>
      }
    >
      <dl className={style.values}>
        <div>
          <dt>{words.editors.yours}</dt>
          <dd>{yours === '' ? words.common.none : yours}</dd>
        </div>
        <div>
          <dt>{words.editors.theirs}</dt>
          <dd>{theirs === '' ? words.common.none : theirs}</dd>
        </div>
      </dl>
    </Dialog>
  );
}
