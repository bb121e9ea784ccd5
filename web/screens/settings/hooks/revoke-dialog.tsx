import type { Hook } from '../../../../src/operations/hook/load.ts';
import { refresh, useChange } from '../../../api/queries.ts';
import { Button } from '../../../parts/button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { say } from '../../../parts/notices.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { words } from '../../../words/incoming.ts';

/** Asks before a hook is ended, and says what follows. */
export function RevokeDialog({ hook, close }: { hook: Hook; close: () => void }) {
  const { hooks } = words;
  const { attempt, busy, problem } = useChange('hook.revoke');
  const title = hooks.revokeTitle(hook.name);
  const revoke = async () => {
    const done = await attempt({ hook: hook.id });
    await refresh('hook.list');
    if (done === undefined) return;
    say(hooks.revoked(hook.name));
    close();
  };
  return (
    <Dialog
      label={title}
      title={title}
      close={close}
      foot={
        <Button look="danger" busy={busy} onClick={() => void revoke()}>
          {hooks.revoke}
        </Button>
      }
    >
      <p>{hooks.revokeText}</p>
      {problem === null ? null : <ProblemPanel problem={problem} />}
    </Dialog>
  );
}
