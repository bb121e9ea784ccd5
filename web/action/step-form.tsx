import { type FormEvent, useState } from 'react';
import type { ActionShown } from '../../src/operations/action/show.ts';
import type { Input } from '../api/call.ts';
import { useChange } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { TextArea, TextField } from '../parts/field.tsx';
import { say } from '../parts/notices.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { words } from '../words/following.ts';
import style from './action.module.css';
import { noProof, ProofFields, proofOf } from './proof-fields.tsx';
import { refreshActions } from './refresh.ts';

type Props = { action: ActionShown; step: string; done: () => void };

/** Asks what a step needs, takes it, and says where the action stands then. */
export function StepForm({ action, step, done }: Props) {
  const { action: said } = words;
  const { attempt, busy, problem } = useChange<{ stage: keyof typeof said.stages }>(`action.${step}`);
  const [owner, setOwner] = useState(action.owner);
  const [due, setDue] = useState(action.due === '' ? (action.suggestedDue ?? '') : action.due);
  const [verification, setVerification] = useState(action.verification);
  const [text, setText] = useState('');
  const [proof, setProof] = useState(noProof);
  const shown = proofOf(proof);
  const given = text.trim() === '' ? undefined : text.trim();
  const changed = {
    ...(owner.trim() === action.owner || owner.trim() === '' ? {} : { owner: owner.trim() }),
    ...(due === action.due || due === '' ? {} : { due }),
  };
  const inputs: Record<string, Input | undefined> = {
    commit:
      owner.trim() === '' || due === '' || verification.trim() === ''
        ? undefined
        : { ...changed, verification: verification.trim() },
    finish: given === undefined ? {} : { note: given },
    verify: shown === undefined ? undefined : { proof: shown },
    decline: given === undefined ? undefined : { reason: given },
    reopen: given === undefined ? {} : { reason: given },
    assign:
      Object.keys(changed).length === 0 ? undefined : { ...changed, ...(given === undefined ? {} : { reason: given }) },
  };
  const input = inputs[step];
  const take = async (event: FormEvent) => {
    event.preventDefault();
    if (input === undefined || busy) return;
    const taken = await attempt({ incident: action.incident.id, id: action.id, ...input });
    if (taken === undefined) return;
    say(said.took((action.text || action.label).slice(0, 60), said.stages[taken.stage], step === 'reopen'));
    await refreshActions();
    done();
  };
  return (
    <form className={style.form} onSubmit={(event) => void take(event)} aria-label={said.steps[step]}>
      <p>{said.what[step]}</p>
      {step === 'commit' || step === 'assign' ? (
        <div className={style.two}>
          <TextField
            label={said.owner}
            value={owner}
            maxLength={300}
            list="action-people"
            onChange={({ target }) => setOwner(target.value)}
          />
          <TextField
            label={said.due}
            type="date"
            hint={action.suggestedDue !== undefined && due === action.suggestedDue ? said.ofHorizon : undefined}
            value={due}
            onChange={({ target }) => setDue(target.value)}
          />
        </div>
      ) : null}
      {step === 'commit' ? (
        <TextArea
          label={said.verification}
          value={verification}
          maxLength={2000}
          onChange={({ target }) => setVerification(target.value)}
        />
      ) : null}
      {step === 'verify' ? <ProofFields incident={action.incident.key} draft={proof} change={setProof} /> : null}
      {step === 'commit' || step === 'verify' ? null : (
        <TextArea
          label={step === 'finish' ? said.note : said.reason}
          hint={step === 'finish' ? said.noteHint : step === 'decline' ? said.reasonHint : said.optionalReasonHint}
          value={text}
          maxLength={2000}
          onChange={({ target }) => setText(target.value)}
        />
      )}
      {problem === null ? null : <ProblemPanel problem={problem} />}
      <div className={style.next}>
        <Button look={step === 'decline' ? 'danger' : 'main'} type="submit" busy={busy} disabled={input === undefined}>
          {said.steps[step]}
        </Button>
        <Button onClick={done}>{said.cancel}</Button>
      </div>
    </form>
  );
}
