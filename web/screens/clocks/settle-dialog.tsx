import { type FormEvent, useId, useState } from 'react';
import type { Item } from '../../../src/operations/evidence/item.ts';
import { refresh, useChange, useOperation } from '../../api/queries.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Select, TextArea, TextField } from '../../parts/field.tsx';
import { say } from '../../parts/notices.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { words } from '../../words/with-clocks.ts';
import style from './clocks.module.css';
import type { DialogProps } from './dialogs.tsx';
import { fromField, toField } from './own-time.ts';

/** Says when it was done, what shows that, and why it was late when it was. */
export function SettleDialog({ clock: { clock, start, until, version }, incident, close }: DialogProps) {
  const { settle } = words.clocks;
  const [at, setAt] = useState(() => toField(new Date().toISOString()));
  const [proof, setProof] = useState('');
  const [evidence, setEvidence] = useState('');
  const [late, setLate] = useState('');
  const { attempt, busy, problem } = useChange('clock.settle');
  const { data } = useOperation<{ items: Item[] }>('evidence.list', { incident });
  const form = useId();
  const instant = fromField(at);
  const isLate = instant !== undefined && start !== null && until !== null && instant > until;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (instant === undefined) return;
    const done = await attempt({
      incident,
      clock,
      at: instant,
      proof: proof.trim(),
      ...(evidence === '' ? {} : { evidence }),
      ...(isLate ? { late: late.trim() } : {}),
      seen: version,
    });
    await refresh('clock.list');
    if (done === undefined) return;
    say(settle.saved);
    close();
  };
  const ready = instant !== undefined && proof.trim() !== '' && (!isLate || late.trim() !== '');
  const items = data?.items ?? [];
  return (
    <Dialog
      label={settle.title}
      title={settle.title}
      close={close}
      foot={
        <>
          <Button onClick={close}>{words.common.cancel}</Button>
          <Button look="main" type="submit" form={form} busy={busy} disabled={!ready}>
            {settle.save}
          </Button>
        </>
      }
    >
      <form id={form} className={style.form} onSubmit={(event) => void submit(event)}>
        <TextField
          label={settle.at}
          hint={settle.zone}
          type="datetime-local"
          value={at}
          onChange={({ target }) => setAt(target.value)}
        />
        <TextArea
          label={settle.proof}
          hint={settle.proofHint}
          value={proof}
          maxLength={2000}
          onChange={({ target }) => setProof(target.value)}
        />
        {items.length === 0 ? null : (
          <Select
            label={settle.evidence}
            value={evidence}
            options={[
              { value: '', label: settle.noEvidence },
              ...items.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={({ target }) => setEvidence(target.value)}
          />
        )}
        {isLate ? (
          <TextArea
            label={settle.late}
            hint={settle.lateHint}
            value={late}
            maxLength={2000}
            onChange={({ target }) => setLate(target.value)}
          />
        ) : null}
        {problem === null ? null : <ProblemPanel problem={problem} />}
      </form>
    </Dialog>
  );
}
