import { leftOver } from '../../../../src/templates/layout/left-over.ts';
import type { Layout } from '../../../../src/templates/layout/layout.ts';
import { call } from '../../../api/call.ts';
import { refresh, useChange, useOperation } from '../../../api/queries.ts';
import { remember } from '../../../editors/undo.ts';
import { Answered } from '../../../parts/answered.tsx';
import { say } from '../../../parts/notices.tsx';
import { ReasonDialog } from '../../../parts/reason-dialog.tsx';
import { words } from '../../../words/index.ts';
import style from '../document.module.css';
import { useDocument } from '../shown.ts';
import { movedNames } from './moves.ts';

const own = words.document.otherTemplate;
const read = ['incident.show', 'lifecycle.gate', 'version.diff', 'version.preview', 'incident.history'];

/** What has no place in the template, what gets one, and what it means for signatures. */
function Moves({ before }: { before: Layout }) {
  const { shown, left } = useDocument();
  const leftBefore = leftOver(before, shown.record);
  const lost = movedNames(left(), leftBefore);
  const found = movedNames(leftBefore, left());
  const signed = shown.signoffs.some(({ valid }) => valid);
  return (
    <ul className={style.moves}>
      <li>{lost.named.length === 0 ? own.allPlaced : own.lost(lost.named, lost.more)}</li>
      {found.named.length === 0 ? null : <li>{own.found(found.named, found.more)}</li>}
      {signed ? <li>{own.voids}</li> : null}
      {shown.status === 'approved' ? <li>{own.ends}</li> : null}
    </ul>
  );
}

/** Asks before a document takes another template, and says what that moves. */
export function UseTemplateDialog({ close, done }: { close: () => void; done: () => void }) {
  const { shown, layout } = useDocument();
  const { id: incident, template: before } = shown;
  const { name } = layout;
  const ownLayout = useOperation<Layout>('template.layout', { name: before });
  const { run, busy, problem } = useChange<{ before: string }>('incident.use-template');
  const back = async () => {
    await call('incident.use-template', { incident, template: before });
    await refresh(...read);
  };
  const take = async () => {
    await run({ incident, template: name });
    const undo = remember(own.what, Promise.resolve({ version: 0, back }));
    close();
    await refresh(...read);
    done();
    say(own.used(name), undo);
  };
  return (
    <ReasonDialog
      name={own.use}
      text={own.text(name)}
      busy={busy}
      ready={ownLayout.data !== undefined}
      problem={problem}
      take={() => void take().catch(() => undefined)}
      close={close}
    >
      <Answered of={ownLayout}>{(answer) => <Moves before={answer} />}</Answered>
    </ReasonDialog>
  );
}
