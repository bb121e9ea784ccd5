import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { listKeys } from '../../../src/operations/ledger/keys.ts';
import type { SettingItem } from '../../../src/operations/settings/list.ts';
import { useOperation } from '../../api/queries.ts';
import { start } from '../../api/start.ts';
import { Answered } from '../../parts/answered.tsx';
import { Panel } from '../../parts/panel.tsx';
import { words } from '../../words/index.ts';
import { Setting } from './setting.tsx';
import style from './settings.module.css';

type Ready = { checks: { name: string; ok: boolean; detail: string }[] };

function useReady() {
  return useQuery<Ready>({
    queryKey: ['readyz'],
    queryFn: async ({ signal }) => {
      const answer = await fetch('/readyz', { signal });
      // A server that is not ready says so with 503, and why.
      if (!answer.ok && answer.status !== 503) throw new Error(answer.statusText);
      return (await answer.json()) as Ready;
    },
    retry: false,
    refetchInterval: 30_000,
  });
}

/** The description of the interface says which version answers it. */
function useVersion(): string | undefined {
  const { data } = useQuery<string>({
    queryKey: ['version'],
    queryFn: async ({ signal }) => {
      const description = (await (await fetch('/api/v1/openapi.json', { signal })).json()) as {
        info: { version: string };
      };
      return description.info.version;
    },
  });
  return data;
}

function Health() {
  const { server } = words.settings;
  const version = useVersion();
  const { data, isError } = useReady();
  const bad = data?.checks?.some(({ ok }) => !ok) ?? false;
  return (
    <Panel title={server.health} aside={version === undefined ? undefined : `${server.version} ${version}`}>
      {isError ? <p>{server.noHealth}</p> : null}
      {data?.checks === undefined ? null : (
        <>
          <p role="status" className={bad ? style.bad : style.good}>
            {bad ? server.unhealthy : server.healthy}
          </p>
          <dl className={style.facts}>
            {data.checks.map(({ name, ok, detail }) => [
              <dt key={name}>{name}</dt>,
              <dd key={`${name} says`}>
                <span className={ok ? style.good : style.bad}>{ok ? server.ok : server.notOk}</span> {detail}
              </dd>,
            ])}
          </dl>
        </>
      )}
      <p className={style.quiet}>{server.doctor}</p>
    </Panel>
  );
}

function Keys() {
  const { server } = words.settings;
  return (
    <Panel title={server.keys}>
      <p className={style.quiet}>{server.keysText}</p>
      <Answered of={useOperation<z.infer<typeof listKeys.output>>('ledger.keys')}>
        {({ items }) => (
          <dl className={style.facts}>
            {items.map(({ id, verifier, retiredAt }) => [
              <dt key={id}>{retiredAt === null ? server.active : server.retired(retiredAt)}</dt>,
              <dd key={`${id} verifier`}>
                <code>{verifier}</code>
              </dd>,
            ])}
          </dl>
        )}
      </Answered>
    </Panel>
  );
}

/** Settings that have a part of their own. */
const hasOwnPart = /^(?:(?:status|announcements|publishing|follow)\.|signals\.rules$|clocks\.(?:rules|organisation)$)/;

/** How the server is, the keys of its ledger, and what owners decide for everybody. */
export function Server() {
  const { server } = words.settings;
  return (
    <>
      <Health />
      <Panel title={server.settings} aside={start.me.role === 'owner' ? undefined : server.onlyOwners}>
        <Answered of={useOperation<{ items: SettingItem[] }>('settings.list')}>
          {({ items }) => (
            <ul className={style.settings}>
              {items
                .filter(({ name }) => !hasOwnPart.test(name))
                .map((item) => (
                  <Setting key={item.name} item={item} />
                ))}
            </ul>
          )}
        </Answered>
      </Panel>
      <Keys />
    </>
  );
}
