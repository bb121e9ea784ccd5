import { Button } from '../../../parts/button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { BlockerList } from '../../../steps/blocker-list.tsx';
import type { Blocker } from '../../../steps/gate.ts';
import { words } from '../../../words/index.ts';
import { useGoTo } from '../go-to.ts';
import style from './blocked-dialog.module.css';

/** What stands in the way of a step, each with the way to its place. */
export function BlockedDialog({ blockers, close }: { blockers: Blocker[]; close: () => void }) {
  const goTo = useGoTo();
  const { blockedTitle, blocked, show } = words.document;
  const go = (path: string) => {
    close();
    setTimeout(() => goTo(path));
  };
  return (
    <Dialog label={blockedTitle} title={blockedTitle} close={close}>
      <div className={style.body}>
        <p>{blocked(blockers.length)}</p>
        <BlockerList
          blockers={blockers}
          way={(path, sentence) => (
            <Button look="quiet" className={style.go} aria-label={`${show}: ${sentence}`} onClick={() => go(path)}>
              {show}
            </Button>
          )}
        />
      </div>
    </Dialog>
  );
}
