import { type FormEvent, useState } from 'react';
import type { Channel } from '../../../../src/operations/channel/load.ts';
import { refresh, useChange } from '../../../api/queries.ts';
import { Button } from '../../../parts/button.tsx';
import { Select, TextField } from '../../../parts/field.tsx';
import { say } from '../../../parts/notices.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { words } from '../../../words/outside.ts';
import { Secret } from '../secret.tsx';
import settings from '../settings.module.css';
import { severitiesOf, WantedFields } from './wanted.tsx';

type By = Channel['by'];
const ways: By[] = ['webhook', 'token', 'signed'];
type Typed = { name: string; url: string; token: string; channel: string };

const reachOf = (by: By, { url, token, channel }: Typed) =>
  by === 'token' ? { by, token: token.trim(), channel: channel.trim() } : { by, url: url.trim() };

function Fields({ by, typed, change }: { by: By; typed: Typed; change: (typed: Typed) => void }) {
  const { channels } = words.notices;
  const write = (field: keyof Typed) => ({
    value: typed[field],
    required: true,
    onChange: ({ target }: { target: { value: string } }) => change({ ...typed, [field]: target.value }),
  });
  if (by !== 'token')
    return (
      <TextField
        label={channels.url}
        hint={channels.urlHint[by]}
        type="url"
        maxLength={2000}
        autoComplete="off"
        {...write('url')}
      />
    );
  return (
    <>
      <TextField
        label={channels.token}
        hint={channels.tokenHint}
        type="password"
        maxLength={300}
        autoComplete="off"
        {...write('token')}
      />
      <TextField label={channels.slackChannel} hint={channels.slackChannelHint} maxLength={100} {...write('channel')} />
    </>
  );
}

/** Asks where a channel is and what goes there; the key of a signed one is shown once. */
export function NewChannel({ kinds, close }: { kinds: string[]; close: () => void }) {
  const { channels } = words.notices;
  const [by, setBy] = useState<By>('webhook');
  const [typed, setTyped] = useState<Typed>({ name: '', url: '', token: '', channel: '' });
  const [wanted, setWanted] = useState({ kinds: [] as string[], severities: '' });
  const [key, setKey] = useState<string>();
  const { attempt, busy, problem } = useChange<{ id: string; key?: string }>('channel.create');
  const make = async (event: FormEvent) => {
    event.preventDefault();
    const name = typed.name.trim();
    const asked = { name, reach: reachOf(by, typed), kinds: wanted.kinds, severities: severitiesOf(wanted) };
    const made = await attempt(asked);
    await refresh('channel.list');
    if (made === undefined) return;
    if (made.key !== undefined) return setKey(made.key);
    say(channels.saved(name));
    close();
  };
  const back = (
    <Button look="quiet" onClick={close}>
      {channels.back}
    </Button>
  );
  if (key !== undefined)
    return (
      <Panel title={channels.keyTitle} aside={back}>
        <p>{channels.keyText}</p>
        <Secret text={key} label={channels.keyLabel} />
      </Panel>
    );
  return (
    <Panel title={channels.addTitle} aside={back}>
      <form className={settings.form} onSubmit={(event) => void make(event)}>
        <Select
          label={channels.by}
          hint={channels.byHints[by]}
          value={by}
          options={ways.map((value) => ({ value, label: channels.bys[value] }))}
          onChange={({ target }) => setBy(ways.find((each) => each === target.value) ?? by)}
        />
        <TextField
          label={channels.name}
          hint={channels.nameHint}
          required
          maxLength={100}
          value={typed.name}
          onChange={({ target }) => setTyped({ ...typed, name: target.value })}
        />
        <Fields by={by} typed={typed} change={setTyped} />
        <WantedFields kinds={kinds} wanted={wanted} change={setWanted} />
        {problem === null ? null : <ProblemPanel problem={problem} />}
        <Button type="submit" look="main" busy={busy}>
          {channels.make}
        </Button>
      </form>
    </Panel>
  );
}
