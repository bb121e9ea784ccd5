import { useState } from 'react';
import type { Channel } from '../../../../src/operations/channel/load.ts';
import { Button } from '../../../parts/button.tsx';
import { words } from '../../../words/outside.ts';
import settings from '../settings.module.css';
import style from './channels.module.css';
import { ChangeChannel } from './change-channel.tsx';
import { RemoveChannel } from './remove-channel.tsx';
import { Tested } from './tested.tsx';

function getsOf({ kinds, severities }: Channel): string {
  const { channels } = words.notices;
  const what = kinds.length === 0 ? channels.all : channels.kindCount(kinds.length);
  return severities.length === 0 ? what : `${what}, ${channels.ofSeverities(severities.join(', '))}`;
}

/** One channel: where it is, what goes there, and what can be done with it. */
export function ChannelRow({ channel, kinds }: { channel: Channel; kinds: string[] }) {
  const { channels } = words.notices;
  const [opened, open] = useState<'change' | 'remove'>();
  const { name, by, host, channel: of } = channel;
  const close = () => open(undefined);
  return (
    <tr>
      <td>
        <strong>{name}</strong>
      </td>
      <td data-column={channels.place}>
        <span className={style.place}>
          {channels.bys[by]}
          <span className={settings.quiet}>{of === null ? host : `${of} · ${host}`}</span>
        </span>
      </td>
      <td data-column={channels.gets}>{getsOf(channel)}</td>
      <td>
        <span className={settings.row}>
          <Tested channel={channel} />
          <Button look="quiet" aria-label={channels.changeLabel(name)} onClick={() => open('change')}>
            {channels.change}
          </Button>
          <Button look="quiet" aria-label={channels.removeLabel(name)} onClick={() => open('remove')}>
            {channels.remove}
          </Button>
        </span>
        {opened === 'change' ? <ChangeChannel channel={channel} kinds={kinds} close={close} /> : null}
        {opened === 'remove' ? <RemoveChannel channel={channel} close={close} /> : null}
      </td>
    </tr>
  );
}
