import { useState } from 'react';
import type { Channel } from '../../../../src/operations/channel/load.ts';
import { useOperation } from '../../../api/queries.ts';
import { useFresh } from '../../../api/use-fresh.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Button } from '../../../parts/button.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { Table } from '../../../parts/table.tsx';
import { words } from '../../../words/outside.ts';
import settings from '../settings.module.css';
import { ChannelRow } from './channel-row.tsx';
import { NewChannel } from './new-channel.tsx';

function List({ items, kinds, add }: { items: Channel[]; kinds: string[]; add: () => void }) {
  const { channels } = words.notices;
  return (
    <Panel
      title={words.settings.parts.channels}
      aside={
        <Button look="main" onClick={add}>
          {channels.add}
        </Button>
      }
    >
      <p className={settings.quiet}>{channels.intro}</p>
      {items.length === 0 ? (
        <Empty title={channels.none}>
          <p>{channels.noneAdvice}</p>
        </Empty>
      ) : (
        <Table
          stacks
          columns={[channels.column, channels.place, channels.gets]}
          quietColumn={words.settings.actionsColumn}
        >
          {items.map((channel) => (
            <ChannelRow key={channel.id} channel={channel} kinds={kinds} />
          ))}
        </Table>
      )}
    </Panel>
  );
}

/** Where the organisation hears of things. */
export function Channels() {
  const [adds, setAdds] = useState(false);
  const answer = useOperation<{ items: Channel[]; kinds: string[] }>('channel.list');
  useFresh('channel.list');
  return (
    <Answered of={answer}>
      {({ items, kinds }) =>
        adds ? (
          <NewChannel kinds={kinds} close={() => setAdds(false)} />
        ) : (
          <List items={items} kinds={kinds} add={() => setAdds(true)} />
        )
      }
    </Answered>
  );
}
