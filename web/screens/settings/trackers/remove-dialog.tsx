import type { TrackerShown } from '../../../../src/operations/tracker/load.ts';
import { refresh, useChange } from '../../../api/queries.ts';
import { Button } from '../../../parts/button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { say } from '../../../parts/notices.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { words } from '../../../words/outside.ts';

type Props = { kept: TrackerShown; done: () => void; close: () => void };

/** Asks before the work with a tracker ends. */
export function RemoveDialog({ kept, done, close }: Props) {
  const { trackers } = words;
  const { attempt, busy, problem } = useChange('tracker.remove');
  const title = trackers.removeTitle(kept.name);
  const remove = async () => {
    const removed = await attempt({ tracker: kept.id });
    await refresh('tracker.list', 'link.list');
    if (removed === undefined) return;
    say(trackers.removed(kept.name));
    close();
    done();
  };
  return (
    <Dialog
      label={title}
      title={title}
      close={close}
      foot={
        <Button look="danger" busy={busy} onClick={() => void remove()}>
          {trackers.remove}
        </Button>
      }
    >
      <p>{trackers.removeText}</p>
      {problem === null ? null : <ProblemPanel problem={problem} />}
    </Dialog>
  );
}
