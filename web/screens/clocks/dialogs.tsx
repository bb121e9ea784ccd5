import type { ShownClock } from '../../../src/operations/clock/shown.ts';
import { refresh, useChange } from '../../api/queries.ts';
import { say } from '../../parts/notices.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { words } from '../../words/with-clocks.ts';
import { alikeOf } from './alike.ts';
import { BeginDialog } from './begin-dialog.tsx';
import { SettleDialog } from './settle-dialog.tsx';

/** What can be said of a clock. */
export type Dialogs = 'done' | 'begin' | 'applies' | 'not';

export type DialogProps = { clock: ShownClock; incident: string; close: () => void };
type All = { all: readonly ShownClock[] };

function ApplyDialog({ yes, clock, all, incident, close }: DialogProps & All & { yes: boolean }) {
  const { apply } = words.clocks;
  const { attempt, busy, problem } = useChange('clock.apply');
  const alike = alikeOf(clock, all, yes);
  const take = async (reason: string) => {
    let done: unknown = true;
    for (const { clock: name, version } of [clock, ...alike])
      if (done !== undefined) done = await attempt({ incident, clock: name, applies: yes, reason, seen: version });
    await refresh('clock.list');
    if (done === undefined) return;
    say(apply.saved);
    close();
  };
  return (
    <ReasonDialog
      name={yes ? apply.yes : apply.no}
      text={yes ? apply.yesText : apply.noText}
      asksWhy
      busy={busy}
      problem={problem}
      take={(reason) => void take(reason)}
      close={close}
    >
      {alike.length === 0 ? null : (
        <div>
          <p>{apply.alike}</p>
          <ul>
            {alike.map(({ clock: name, rule }) => (
              <li key={name}>{rule.what}</li>
            ))}
          </ul>
        </div>
      )}
    </ReasonDialog>
  );
}

/** The dialog that was asked for. */
export function Asked({ name, all, ...props }: DialogProps & All & { name: Dialogs }) {
  if (name === 'done') return <SettleDialog {...props} />;
  if (name === 'begin') return <BeginDialog {...props} />;
  return <ApplyDialog yes={name === 'applies'} all={all} {...props} />;
}
