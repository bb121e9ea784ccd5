import { useState } from 'react';
import type { Hook } from '../../../../src/operations/hook/load.ts';
import type { ListedSource } from '../../../../src/operations/source/list.ts';
import { Button } from '../../../parts/button.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { words } from '../../../words/incoming.ts';
import { Secret } from '../secret.tsx';
import settings from '../settings.module.css';
import { ChangeDialog } from './change-dialog.tsx';
import { Counts } from './counts.tsx';
import { Deliveries } from './deliveries.tsx';
import style from './hooks.module.css';
import { RevokeDialog } from './revoke-dialog.tsx';
import { RotateDialog } from './rotate-dialog.tsx';
import { SetUp } from './set-up.tsx';

/** What is shown once: the address, and how to try it. */
function Address({ address, isSigned }: { address: string; isSigned: boolean }) {
  const { hooks } = words;
  return (
    <section className={style.address} aria-label={hooks.itsAddress}>
      <h3>{hooks.itsAddress}</h3>
      <p>
        {hooks.addressOnce} {hooks.copyFailed}
      </p>
      <Secret text={address} label={hooks.itsAddress} />
      <h3>{hooks.tryTitle}</h3>
      <p className={settings.quiet}>{isSigned ? hooks.trySecret : hooks.tryText}</p>
      <Secret text={hooks.cliCommand(address)} label={hooks.tryTitle} />
    </section>
  );
}

function secretState({ secretName, hasSecret, needsSecret }: Hook): string {
  const { hooks } = words;
  if (secretName === null) return hooks.secretNone;
  if (hasSecret) return hooks.secretSet;
  return needsSecret ? hooks.secretMissing : hooks.secretNotSet;
}

function Facts({ hook, source }: { hook: Hook; source: ListedSource | undefined }) {
  const { hooks } = words;
  const { service, createdAt, lastAt, earlierUntil, revokedAt, needsSecret, hasSecret } = hook;
  const goesOn = earlierUntil !== null && revokedAt === null && Date.parse(earlierUntil) > Date.now();
  return (
    <dl className={settings.facts}>
      <dt>{hooks.source}</dt>
      <dd>{source?.title ?? hook.source}</dd>
      <dt>{hooks.service}</dt>
      <dd>{service ?? hooks.eachSays}</dd>
      <dt>{hooks.secret}</dt>
      <dd className={needsSecret && !hasSecret && revokedAt === null ? settings.bad : ''}>{secretState(hook)}</dd>
      <dt>{hooks.counts}</dt>
      <dd>
        <Counts counts={hook.counts} />
      </dd>
      <dt>{hooks.last}</dt>
      <dd>{lastAt === null ? hooks.never : <Moment at={lastAt} />}</dd>
      <dt>{hooks.made}</dt>
      <dd>
        <Moment at={createdAt} />
      </dd>
      {goesOn ? (
        <>
          <dt>{hooks.earlier}</dt>
          <dd>
            {hooks.earlierUntil} <Moment at={earlierUntil} />
          </dd>
        </>
      ) : null}
      {revokedAt === null ? null : (
        <>
          <dt>{hooks.revokedAt}</dt>
          <dd>
            <Moment at={revokedAt} />
          </dd>
        </>
      )}
    </dl>
  );
}

type Props = {
  hook: Hook;
  source: ListedSource | undefined;
  /** Known only after it was made. */
  address: string | undefined;
  setAddress: (address: string) => void;
  close: () => void;
};

/** One hook: its state, what can be done with it, how it is set up, and what came. */
export function OneHook({ hook, source, address, setAddress, close }: Props) {
  const { hooks } = words;
  const [asks, setAsks] = useState<'change' | 'rotate' | 'revoke'>();
  const done = () => setAsks(undefined);
  return (
    <>
      <Panel
        title={hook.name}
        aside={
          <Button look="quiet" onClick={close}>
            {hooks.back}
          </Button>
        }
      >
        {address === undefined ? null : <Address address={address} isSigned={hook.hasSecret || hook.needsSecret} />}
        <Facts hook={hook} source={source} />
        {hook.revokedAt !== null ? null : (
          <div className={settings.buttons}>
            <Button onClick={() => setAsks('change')}>{hooks.change}</Button>
            <Button onClick={() => setAsks('rotate')}>{hooks.rotate}</Button>
            <Button onClick={() => setAsks('revoke')}>{hooks.revoke}</Button>
          </div>
        )}
        {source === undefined || hook.revokedAt !== null ? null : (
          <details open={address !== undefined}>
            <summary>{hooks.setUp}</summary>
            <SetUp source={source} address={address} />
          </details>
        )}
      </Panel>
      <Deliveries hook={hook.id} />
      {asks === 'change' ? <ChangeDialog hook={hook} secret={source?.secret ?? null} close={done} /> : null}
      {asks === 'rotate' ? <RotateDialog hook={hook} setAddress={setAddress} close={done} /> : null}
      {asks === 'revoke' ? <RevokeDialog hook={hook} close={done} /> : null}
    </>
  );
}
