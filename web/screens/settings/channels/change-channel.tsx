import { type FormEvent, useId, useState } from 'react';
import type { Channel } from '../../../../src/operations/channel/load.ts';
import { refresh, useChange } from '../../../api/queries.ts';
import { Button } from '../../../parts/button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { TextField } from '../../../parts/field.tsx';
import { say } from '../../../parts/notices.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { words } from '../../../words/outside.ts';
import settings from '../settings.module.css';
import { severitiesOf, WantedFields } from './wanted.tsx';

/** Changes what a channel is called and what goes there. Another address makes another channel. */
export function ChangeChannel({ channel, kinds, close }: { channel: Channel; kinds: string[]; close: () => void }) {
  const { channels } = words.notices;
  const form = useId();
  const [name, setName] = useState(channel.name);
  const [wanted, setWanted] = useState({ kinds: channel.kinds, severities: channel.severities.join(', ') });
  const { attempt, busy, problem } = useChange('channel.change');
  const title = channels.changeTitle(channel.name);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const asked = { name: name.trim(), kinds: wanted.kinds, severities: severitiesOf(wanted) };
    const done = await attempt({ channel: channel.id, seen: channel.version, ...asked });
    await refresh('channel.list');
    if (done === undefined) return;
    say(channels.saved(asked.name));
    close();
  };
  return (
    <Dialog
      label={title}
      title={title}
      close={close}
      foot={
        <Button look="main" type="submit" form={form} busy={busy}>
          {words.common.save}
        </Button>
      }
    >
      <form id={form} className={settings.form} onSubmit={(event) => void save(event)}>
        <TextField
          label={channels.name}
          required
          maxLength={100}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <WantedFields kinds={kinds} wanted={wanted} change={setWanted} />
        {problem === null ? null : <ProblemPanel problem={problem} />}
      </form>
    </Dialog>
  );
}
