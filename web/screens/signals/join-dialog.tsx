import { type FormEvent, useDeferredValue, useId, useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import { useOperation } from '../../api/queries.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { TextField } from '../../parts/field.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { words } from '../../words/incoming.ts';
import style from './signals.module.css';

type Incident = { id: string; key: string; title: string | null; status: string };

const mostFound = 20;

type Props = {
  count: number;
  busy: boolean;
  problem: Problem | undefined;
  join: (incident: Incident) => void;
  close: () => void;
};

/** Asks to which incident the selected signals belong. */
export function JoinDialog({ count, busy, problem, join, close }: Props) {
  const { signals, common, incidents } = words;
  const form = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Incident>();
  const title = useDeferredValue(text.trim());
  const answer = useOperation<{ items: Incident[] }>('incident.list', { title, limit: mostFound });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen !== undefined) join(chosen);
  };
  return (
    <Dialog
      label={signals.joinTitle(count)}
      title={signals.joinTitle(count)}
      high
      close={close}
      foot={
        <Button look="main" type="submit" form={form} busy={busy} disabled={chosen === undefined}>
          {signals.joinNow}
        </Button>
      }
    >
      <form id={form} className={style.form} onSubmit={submit}>
        <p>{signals.joinText}</p>
        <TextField
          label={signals.search}
          hint={signals.searchHint}
          type="search"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Answered of={answer}>
          {({ items }) => {
            const open = items.filter(({ status }) => status !== 'archived');
            if (open.length === 0) return <p role="status">{signals.noneFound}</p>;
            return (
              <fieldset className={style.found}>
                <legend className="aside">{signals.found}</legend>
                {open.map((incident) => (
                  <label key={incident.id} className={style.choice}>
                    <input
                      type="radio"
                      name={form}
                      checked={chosen?.id === incident.id}
                      onChange={() => setChosen(incident)}
                    />
                    <span>
                      <span className={style.key}>{incident.key}</span> {incident.title ?? incidents.untitled}
                    </span>
                    <span className={style.quiet}>{common.status[incident.status]}</span>
                  </label>
                ))}
              </fieldset>
            );
          }}
        </Answered>
        {chosen?.status === 'approved' || chosen?.status === 'published' ? (
          <p role="status">{signals.endsApproval}</p>
        ) : null}
        {problem === undefined ? null : <ProblemPanel problem={problem} />}
      </form>
    </Dialog>
  );
}
