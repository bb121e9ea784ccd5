import { type FormEvent, useState } from 'react';
import type { TrackerShown } from '../../../src/operations/tracker/load.ts';
import { refresh, useChange } from '../../api/queries.ts';
import { Button } from '../../parts/button.tsx';
import { Select, TextField } from '../../parts/field.tsx';
import { say } from '../../parts/notices.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { words } from '../../words/outside.ts';
import style from './issue.module.css';

type Props = { incident: string; id: string; trackers: readonly TrackerShown[] };

/** Has an issue made of an action, or takes one that is there. */
export function SendForm({ incident, id, trackers }: Props) {
  const { issue } = words.trackers;
  const [tracker, setTracker] = useState(trackers[0]?.id ?? '');
  const [named, setNamed] = useState('');
  const send = useChange<{ link: string }>('action.send-to-tracker');
  const link = useChange<{ issue: string }>('action.link');
  const problem = send.problem ?? link.problem;
  const make = async () => {
    link.reset();
    const done = await send.attempt({ incident, id, tracker });
    await refresh('link.list');
    if (done !== undefined) say(issue.sent);
  };
  const take = async (event: FormEvent) => {
    event.preventDefault();
    send.reset();
    const done = await link.attempt({ incident, id, tracker, issue: named.trim() });
    await refresh('link.list');
    if (done !== undefined) say(issue.linked(done.issue));
  };
  return (
    <form className={style.form} onSubmit={(event) => void take(event)}>
      <div className={style.row}>
        <Select
          label={issue.to}
          value={tracker}
          options={trackers.map((each) => ({ value: each.id, label: `${each.name} (${each.project})` }))}
          onChange={({ target }) => setTracker(target.value)}
        />
        <Button busy={send.busy} onClick={() => void make()}>
          {issue.make}
        </Button>
      </div>
      <div className={style.row}>
        <TextField
          label={issue.existing}
          hint={issue.existingHint}
          value={named}
          maxLength={1000}
          onChange={({ target }) => setNamed(target.value)}
        />
        <Button type="submit" busy={link.busy || named.trim() === ''}>
          {issue.link}
        </Button>
      </div>
      {problem === null ? null : <ProblemPanel problem={problem} />}
    </form>
  );
}
