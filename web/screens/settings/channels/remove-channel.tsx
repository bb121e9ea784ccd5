import type { Channel } from '../../../../src/operations/channel/load.ts';
import { refresh, useChange } from '../../../api/queries.ts';
import { Button } from '../../../parts/button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { say } from '../../../parts/notices.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { words } from '../../../words/outside.ts';

/** Asks before a channel is removed, and says what follows. */
export function RemoveChannel({ channel, close }: { channel: Channel; close: () => void }) {
  const { channels } = words.notices;
  const { attempt, busy, problem } = useChange('channel.remove');
  const title = channels.removeTitle(channel.name);
  const remove = async () => {
    const done = await attempt({ channel: channel.id });
    await refresh('channel.list');
    if (done === undefined) return;
    say(channels.removed(channel.name));
    close();
  };
  return (
    <Dialog
      label={title}
      title={title}
      close={close}
      foot={
        <Button look="danger" busy={busy} onClick={() => void remove()}>
          {channels.remove}
        </Button>
      }
    >
      <p>{channels.removeText}</p>
      {problem === null ? null : <ProblemPanel problem={problem} />}
    </Dialog>
  );
}
