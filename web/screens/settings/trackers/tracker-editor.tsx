import { type FormEvent, useState } from 'react';
import type { TrackerShown } from '../../../../src/operations/tracker/load.ts';
import { refresh, useChange } from '../../../api/queries.ts';
import { Button } from '../../../parts/button.tsx';
import { Select } from '../../../parts/field.tsx';
import { say } from '../../../parts/notices.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { words } from '../../../words/outside.ts';
import { accountLines, accountsIn } from './accounts.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { TrackerFields, type Typed } from './tracker-fields.tsx';
import style from './trackers.module.css';

const kinds = ['github', 'gitlab', 'jira', 'linear'] as const;

const typedOf = (kept: TrackerShown | undefined): Typed => ({
  kind: kept?.kind ?? 'github',
  name: kept?.name ?? '',
  address: kept?.address ?? '',
  project: kept?.project ?? '',
  token: '',
  user: kept?.user ?? '',
  issueType: kept?.issueType ?? 'Task',
  accounts: accountLines(kept?.accounts ?? {}),
  hook: kept?.hook ?? '',
});

/** What was typed, as far as both trying and keeping want it. */
const placeOf = ({ address, project, token, user }: Typed) => ({
  ...(address.trim() === '' ? {} : { address: address.trim() }),
  project: project.trim(),
  user: user.trim(),
  ...(token === '' ? {} : { token }),
});

function SetUp({ kind }: { kind: Typed['kind'] }) {
  const { trackers } = words;
  return (
    <section className={style.steps} aria-label={trackers.steps}>
      <h3>{trackers.steps}</h3>
      <ol>
        {trackers.setUp[kind].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}

type Props = { kept: TrackerShown | undefined; close: () => void };

/** How a tracker is reached: written, tried, kept. */
export function TrackerEditor({ kept, close }: Props) {
  const { trackers } = words;
  const [typed, setTyped] = useState(() => typedOf(kept));
  const [asks, setAsks] = useState(false);
  const [told, tell] = useState('');
  const tried = useChange<{ account: string; project: string }>('tracker.test');
  const saved = useChange<TrackerShown>(kept === undefined ? 'tracker.create' : 'tracker.change');
  const problem = saved.problem ?? tried.problem;
  const accounts = accountsIn(typed.accounts);
  const write = (next: Typed) => {
    setTyped(next);
    tell('');
    saved.reset();
    tried.reset();
  };
  const test = async () => {
    saved.reset();
    tell(trackers.testing);
    const which = kept === undefined ? { kind: typed.kind } : { tracker: kept.id };
    const done = await tried.attempt({ ...which, ...placeOf(typed) });
    tell(done === undefined ? '' : trackers.tested(done.account, done.project));
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    tried.reset();
    const which = kept === undefined ? { kind: typed.kind } : { tracker: kept.id, seen: kept.version };
    const hook = typed.hook === '' ? (kept === undefined ? {} : { hook: null }) : { hook: typed.hook };
    const { issueType } = typed;
    const name = typed.name.trim();
    const done = await saved.attempt({ ...which, ...placeOf(typed), name, issueType, accounts, ...hook });
    await refresh('tracker.list');
    if (done === undefined) return;
    say(kept === undefined ? trackers.added(done.name) : trackers.saved(done.name));
    close();
  };
  return (
    <Panel
      title={kept?.name ?? trackers.addTitle}
      aside={
        <Button look="quiet" onClick={close}>
          {trackers.back}
        </Button>
      }
    >
      <form className={style.editor} onSubmit={(event) => void save(event)}>
        {kept === undefined ? (
          <div className={style.kind}>
            <Select
              label={trackers.kind}
              value={typed.kind}
              options={kinds.map((kind) => ({ value: kind, label: trackers.kinds[kind] }))}
              onChange={({ target }) =>
                write({ ...typedOf(undefined), name: typed.name, kind: target.value as Typed['kind'] })
              }
            />
          </div>
        ) : null}
        {kept === undefined ? <SetUp kind={typed.kind} /> : null}
        <TrackerFields typed={typed} change={write} isKept={kept !== undefined} />
        {problem === null ? null : <ProblemPanel problem={problem} />}
        <div className={style.buttons}>
          <Button look="main" type="submit" busy={saved.busy || accounts === undefined}>
            {words.common.save}
          </Button>
          <Button busy={tried.busy} onClick={() => void test()}>
            {trackers.test}
          </Button>
          {kept === undefined ? null : <Button onClick={() => setAsks(true)}>{trackers.remove}</Button>}
          <span role="status" className={style.quiet}>
            {told}
          </span>
        </div>
      </form>
      {asks && kept !== undefined ? <RemoveDialog kept={kept} done={close} close={() => setAsks(false)} /> : null}
    </Panel>
  );
}
