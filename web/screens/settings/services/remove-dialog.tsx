import type { Watched } from '../../../../src/operations/service/load.ts';
import { refresh, useChange } from '../../../api/queries.ts';
import { Button } from '../../../parts/button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { say } from '../../../parts/notices.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { words } from '../../../words/index.ts';

type Props = { kept: Watched; done: () => void; close: () => void };

/** Asks before a service is no longer watched. */
export function RemoveDialog({ kept, done, close }: Props) {
  const { services } = words;
  const { attempt, busy, problem } = useChange('service.remove');
  const title = services.removeTitle(kept.name);
  const remove = async () => {
    const removed = await attempt({ service: kept.id, seen: kept.version });
    await refresh('service.list');
    if (removed === undefined) return;
    say(services.removed(kept.name));
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
          {services.remove}
        </Button>
      }
    >
      <p>{services.removeText}</p>
      {problem === null ? null : <ProblemPanel problem={problem} />}
    </Dialog>
  );
}
