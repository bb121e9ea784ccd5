import { type FormEvent, useId, useState } from 'react';
import { refresh, useChange } from '../../api/queries.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { TextArea, TextField } from '../../parts/field.tsx';
import { say } from '../../parts/notices.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { words } from '../../words/with-clocks.ts';
import style from './clocks.module.css';
import type { DialogProps } from './dialogs.tsx';
import { momentName } from './named.ts';
import { fromField, toField } from './own-time.ts';

/** Says when a clock began, and why then; what the timeline suggests stands there already. */
export function BeginDialog({ clock: { clock, rule, start, suggested, version }, incident, close }: DialogProps) {
  const { begin, settle } = words.clocks;
  const before = start ?? suggested;
  const [at, setAt] = useState(before === null ? '' : toField(before.at));
  const [reason, setReason] = useState(suggested?.text ?? '');
  const { attempt, busy, problem } = useChange('clock.begin');
  const form = useId();
  const instant = fromField(at);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (instant === undefined) return;
    // A field of the browser has no seconds: a time that was not changed stays exact.
    const exact = before !== null && at === toField(before.at) ? before.at : instant;
    const done = await attempt({ incident, clock, at: exact, reason: reason.trim(), seen: version });
    await refresh('clock.list');
    if (done === undefined) return;
    say(begin.saved);
    close();
  };
  const ready = instant !== undefined && reason.trim() !== '';
  return (
    <Dialog
      label={begin.title}
      title={begin.title}
      close={close}
      foot={
        <>
          <Button onClick={close}>{words.common.cancel}</Button>
          <Button look="main" type="submit" form={form} busy={busy} disabled={!ready}>
            {begin.save}
          </Button>
        </>
      }
    >
      <form id={form} className={style.form} onSubmit={(event) => void submit(event)}>
        <p>{begin.text(momentName(rule.from))}</p>
        <TextField
          label={begin.at}
          hint={settle.zone}
          type="datetime-local"
          value={at}
          onChange={({ target }) => setAt(target.value)}
        />
        <TextArea
          label={begin.reason}
          hint={begin.reasonHint}
          value={reason}
          maxLength={2000}
          onChange={({ target }) => setReason(target.value)}
        />
        {problem === null ? null : <ProblemPanel problem={problem} />}
      </form>
    </Dialog>
  );
}
