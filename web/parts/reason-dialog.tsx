import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { Problem } from '../api/problem.ts';
import { words } from '../words/index.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TextArea } from './field.tsx';
import { ProblemPanel } from './problem-panel.tsx';
import style from './reason-dialog.module.css';

type Props = {
  /** What is done, as on the button. */
  name: string;
  /** What that means. */
  text: string;
  /** Whether it has to be said why, or can be. */
  asksWhy?: boolean | 'optional';
  danger?: boolean;
  wide?: boolean;
  busy: boolean;
  /** Whether what has to be seen before is there. */
  ready?: boolean;
  problem: Problem | null;
  take: (reason: string) => void;
  close: () => void;
  children?: ReactNode;
};

/** Asks before something is done, and why where that is wanted. */
export function ReasonDialog({
  name,
  text,
  asksWhy = false,
  danger = false,
  wide = false,
  busy,
  ready = true,
  problem,
  take,
  close,
  children,
}: Props) {
  const form = useId();
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    take(reason.trim());
  };
  const foot = (
    <>
      <Button onClick={close}>{words.common.cancel}</Button>
      <Button
        look={danger ? 'danger' : 'main'}
        type="submit"
        form={form}
        busy={busy}
        disabled={!ready || (asksWhy === true && reason.trim() === '')}
      >
        {name}
      </Button>
    </>
  );
  return (
    <Dialog label={name} title={name} wide={wide} close={close} foot={foot}>
      <form id={form} onSubmit={submit} className={style.form}>
        <p>{text}</p>
        {children}
        {asksWhy !== false ? (
          <TextArea
            label={words.steps.reason}
            hint={words.steps.reasonHint}
            value={reason}
            maxLength={1000}
            onChange={({ target }) => setReason(target.value)}
          />
        ) : null}
        {problem === null ? null : <ProblemPanel problem={problem} />}
      </form>
    </Dialog>
  );
}
