import { type ReactNode, useState } from 'react';
import type { Problem } from '../../../api/problem.ts';
import { CommentBox } from '../../../editors/prose/index.ts';
import { Button } from '../../../parts/button.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { words } from '../../../words/index.ts';
import style from './card.module.css';

type Props = {
  incident: string;
  label: string;
  hint?: string;
  text: string;
  focus?: boolean;
  /** What the button says. */
  send: string;
  /** Whether there is something to send; a text is, without this. */
  ready?: boolean;
  take: () => Promise<unknown>;
  changed: (text: string) => void;
  cancel: () => void;
  children?: ReactNode;
};

/** Escape gives up what says nothing yet; what was written stays, and the focus goes to its card. */
export function leave(from: Element | null, written: boolean, cancel: () => void): void {
  const card = from?.closest<HTMLElement>('[data-card]');
  if (written && card) card.focus();
  else cancel();
}

/** Where something is said, with its buttons. What could not be sent stays. */
export function Box({
  incident,
  label,
  hint = words.comments.hint,
  text,
  focus = true,
  send,
  ready = text.trim() !== '',
  take,
  changed,
  cancel,
  children,
}: Props) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const sendNow = () => {
    if (busy || !ready) return;
    setBusy(true);
    setProblem(undefined);
    take()
      .catch((error: unknown) => setProblem(error as Problem))
      .finally(() => setBusy(false));
  };
  return (
    <div className={style.write}>
      {children}
      <CommentBox
        {...{ incident, label, hint, text, focus, changed }}
        send={sendNow}
        cancel={() => leave(document.activeElement, text.trim() !== '', cancel)}
      />
      {problem === undefined ? null : <ProblemPanel problem={problem} />}
      <div className={style.buttons}>
        <Button look="main" className={style.small} busy={busy} disabled={!ready} onClick={sendNow}>
          {send}
        </Button>
        <Button className={style.small} onClick={cancel}>
          {words.common.cancel}
        </Button>
      </div>
    </div>
  );
}
