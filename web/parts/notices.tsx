import { useSyncExternalStore } from 'react';
import { problemText } from '../api/problem.ts';
import { words } from '../words/index.ts';
import { Button } from './button.tsx';
import style from './notices.module.css';

type Notice = { id: number; text: string; bad: boolean; undo?: () => void };

let notices: Notice[] = [];
let made = 0;
const changed = new Set<() => void>();
const shownMs = 8000;

function set(next: Notice[]): void {
  notices = next;
  for (const tell of changed) tell();
}

const dismiss = (id: number): void => set(notices.filter((notice) => notice.id !== id));

function add(notice: Omit<Notice, 'id'>): void {
  const id = (made += 1);
  set([...notices.slice(-2), { ...notice, id }]);
  // What went wrong stays until somebody has seen it.
  if (!notice.bad) setTimeout(() => dismiss(id), shownMs);
}

/** Says what was done, with a way to take it back where there is one. */
export const say = (text: string, undo?: () => void): void =>
  add({ text, bad: false, ...(undo === undefined ? {} : { undo }) });

/** Says what went wrong with something that was not waited for. */
export const sayProblem = (error: unknown): void => add({ bad: true, text: problemText(error) });

const follow = (tell: () => void) => {
  changed.add(tell);
  return () => changed.delete(tell);
};

/** Short messages at the foot of the screen, read out calmly: each once, not with those that stand there still. */
export function Notices() {
  const shown = useSyncExternalStore(follow, () => notices);
  return (
    <div className={style.notices} role="status" aria-live="polite" aria-atomic="false">
      {shown.map(({ id, text, bad, undo }) => (
        <div key={id} className={bad ? style.bad : style.notice}>
          <span>{text}</span>
          {undo === undefined ? null : (
            <Button
              look="quiet"
              onClick={() => {
                dismiss(id);
                undo();
              }}
            >
              {words.common.undo}
            </Button>
          )}
          <Button look="quiet" onClick={() => dismiss(id)}>
            {words.common.close}
          </Button>
        </div>
      ))}
    </div>
  );
}
