import { type FormEvent, useState } from 'react';
import { refresh, useChange } from '../../../api/queries.ts';
import { Button } from '../../../parts/button.tsx';
import { TextArea, TextField } from '../../../parts/field.tsx';
import { say } from '../../../parts/notices.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { words } from '../../../words/outside.ts';
import { readAgain, type Step } from '../../../steps/gate.ts';
import { type Decided, idsOf } from './decided.ts';
import { type Preview, PreviewReport } from './preview-report.tsx';
import style from './publication.module.css';
import { inputOf, type Wishes } from './wishes.ts';

const own = words.publishing;

/** Wishes, what they would make public, and then the button that does it: nothing is published that was not looked at. */
export function PublishForm({ incident, step }: { incident: string; step: Step }) {
  const [wishes, setWishes] = useState<Wishes>({ costs: false, hosts: '', slug: '' });
  const [seen, setSeen] = useState<Preview>();
  const [decided, setDecided] = useState<Decided>(new Map());
  /** Something was taken out, or is to stay again, since the page was looked at. */
  const [isStale, setStale] = useState(false);
  const preview = useChange<Preview>('publication.preview');
  const publish = useChange<{ url: string }>('publication.publish');
  const change = (part: Partial<Wishes>) => {
    setWishes({ ...wishes, ...part });
    setSeen(undefined);
  };
  const input = {
    ...inputOf(incident, wishes),
    accepted: idsOf(decided, 'accepted'),
    redacted: idsOf(decided, 'redacted'),
  };
  const look = async () => {
    publish.reset();
    const answer = await preview.attempt(input);
    if (answer === undefined) return;
    setSeen(answer);
    setStale(false);
  };
  const decide = (ids: readonly string[], choice: 'accepted' | 'redacted') => {
    const wasOut = ids.some((id) => decided.get(id) === 'redacted');
    setDecided(new Map([...decided, ...ids.map((id) => [id, choice] as const)]));
    if (choice === 'redacted' || wasOut) setStale(true);
  };
  const take = async ({ sha256 }: Preview) => {
    if ((await publish.attempt({ ...input, sha256 })) === undefined) return;
    say(own.published);
    await refresh(...readAgain);
  };
  const problem = publish.problem ?? preview.problem;
  return (
    <>
      <form
        className={style.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void look();
        }}
      >
        <label className={style.check}>
          <input type="checkbox" checked={wishes.costs} onChange={({ target }) => change({ costs: target.checked })} />{' '}
          {own.costs}
        </label>
        <TextArea
          label={own.hosts}
          hint={own.hostsHint}
          value={wishes.hosts}
          onChange={({ target }) => change({ hosts: target.value })}
        />
        <TextField
          label={own.slug}
          hint={own.slugHint}
          value={wishes.slug}
          maxLength={80}
          onChange={({ target }) => change({ slug: target.value })}
        />
        <div>
          <Button type="submit" busy={preview.busy}>
            {seen === undefined ? own.preview : own.again}
          </Button>
        </div>
      </form>
      {problem === null ? null : <ProblemPanel problem={problem} />}
      {seen === undefined ? null : (
        <>
          <PreviewReport preview={seen} incident={incident} decided={decided} decide={decide} />
          {step.permitted && step.blockers.length === 0 ? (
            <Take
              open={seen.suspects.some(({ id }) => !decided.has(id))}
              isStale={isStale}
              busy={publish.busy || preview.busy}
              look={() => void look()}
              take={() => void take(seen)}
            />
          ) : null}
        </>
      )}
    </>
  );
}

type TakeProps = { open: boolean; isStale: boolean; busy: boolean; look: () => void; take: () => void };

/** The button that publishes; before it what is still to be done. */
function Take({ open, isStale, busy, look, take }: TakeProps) {
  if (open) return <p>{own.decideFirst}</p>;
  if (isStale)
    return (
      <div className={style.form}>
        <p>{own.stale}</p>
        <div>
          <Button look="main" busy={busy} onClick={look}>
            {own.again}
          </Button>
        </div>
      </div>
    );
  return (
    <div>
      <Button look="main" busy={busy} onClick={take}>
        {own.publish}
      </Button>
    </div>
  );
}
