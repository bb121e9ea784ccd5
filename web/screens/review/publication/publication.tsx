import { useState } from 'react';
import { Button } from '../../../parts/button.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { ReasonDialog } from '../../../parts/reason-dialog.tsx';
import { say } from '../../../parts/notices.tsx';
import { refresh, useChange, useOperation } from '../../../api/queries.ts';
import { words } from '../../../words/outside.ts';
import { type Gate, readAgain } from '../../../steps/gate.ts';
import style from '../review.module.css';
import { PublishForm } from './publish-form.tsx';

const own = words.publishing;

type Published = { url: string; at: string; withdrawnAt: string | null; outdated: boolean };

function Withdraw({ incident }: { incident: string }) {
  const [asked, setAsked] = useState(false);
  const { attempt, busy, problem } = useChange('publication.withdraw');
  const take = async (reason: string) => {
    if ((await attempt({ incident, reason })) === undefined) return;
    setAsked(false);
    say(own.withdrawnNow);
    await refresh(...readAgain);
  };
  return (
    <div>
      <Button look="danger" onClick={() => setAsked(true)}>
        {own.withdraw}
      </Button>
      {asked ? (
        <ReasonDialog
          name={own.withdraw}
          text={own.withdrawText}
          asksWhy
          danger
          busy={busy}
          problem={problem}
          take={(reason) => void take(reason)}
          close={() => setAsked(false)}
        />
      ) : null}
    </div>
  );
}

function Where({ url, at, withdrawnAt, outdated }: Published) {
  if (withdrawnAt !== null)
    return (
      <p className={style.quiet}>
        {own.withdrawn} <Moment at={withdrawnAt} />. {own.wasAt} <span className={style.hash}>{url}</span>.
      </p>
    );
  return (
    <>
      <p>
        <a className={style.hash} href={url}>
          {url}
        </a>
      </p>
      <p className={style.quiet}>
        {own.at} <Moment at={at} />. {outdated ? own.outdated : null}
      </p>
    </>
  );
}

/** The public page: where it is, what it would say, and taking it away. */
export function Publication({ gate, incident }: { gate: Gate; incident: string }) {
  const versions = useOperation<{ items: { status: string }[] }>('version.list', { incident });
  const wasPublished = versions.data?.items.some(({ status }) => status === 'published') === true;
  const { data, error } = useOperation<Published>('publication.show', { incident }, wasPublished);
  const step = gate.steps.find(({ operation }) => operation === 'publication.publish');
  const isPublic = data !== undefined && data.withdrawnAt === null;
  const mayMove = gate.steps.find(({ operation }) => operation === 'lifecycle.archive')?.permitted === true;
  return (
    <Panel title={own.title}>
      {error === null ? null : <ProblemPanel problem={error} />}
      {data === undefined ? null : <Where {...data} />}
      {versions.data !== undefined && !wasPublished ? (
        <p className={style.quiet}>{step === undefined ? own.none : own.noneYet}</p>
      ) : null}
      {step === undefined ? null : <PublishForm incident={incident} step={step} />}
      {isPublic && mayMove ? <Withdraw incident={incident} /> : null}
    </Panel>
  );
}
