import { Button } from '../../../parts/button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { words } from '../../../words/incoming.ts';

/** Asks before the team's own rules are given up. */
export function UsualDialog({ busy, take, close }: { busy: boolean; take: () => void; close: () => void }) {
  const { rules } = words;
  return (
    <Dialog
      label={rules.usualTitle}
      title={rules.usualTitle}
      close={close}
      foot={
        <Button look="danger" busy={busy} onClick={take}>
          {rules.usual}
        </Button>
      }
    >
      <p>{rules.usualText}</p>
    </Dialog>
  );
}
