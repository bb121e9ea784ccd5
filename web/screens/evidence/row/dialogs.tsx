import { useState } from 'react';
import type { Input } from '../../../api/call.ts';
import { refresh, useChange } from '../../../api/queries.ts';
import { TextField } from '../../../parts/field.tsx';
import { say } from '../../../parts/notices.tsx';
import { ReasonDialog } from '../../../parts/reason-dialog.tsx';
import { words } from '../../../words/index.ts';
import type { Item } from '../item.ts';

const own = words.evidence;

type Props = { item: Item; incident: string; close: () => void };

/** Does it, says so, and has the list read again; what is refused stays in the dialog. */
function useTake(operation: string, { item, incident, close }: Props, done: string, after?: () => void) {
  const { attempt, busy, problem } = useChange(operation);
  const take = async (input: Input) => {
    if ((await attempt({ incident, evidence: item.id, ...input })) === undefined) return;
    close();
    say(done);
    await refresh('evidence.list', 'incident.show', 'lifecycle.gate');
    after?.();
  };
  return { busy, problem, take: (input: Input = {}) => void take(input) };
}

/** Asks before an original is taken off the incident. */
export function DetachDialog({ gone, ...props }: Props & { gone: () => void }) {
  const { name } = props.item;
  const { take, ...state } = useTake('evidence.detach', props, own.detach.done(name), gone);
  return (
    <ReasonDialog
      name={own.list.detach}
      text={`${own.detach.title(name)}. ${own.detach.text}`}
      danger
      {...state}
      take={() => take()}
      close={props.close}
    />
  );
}

/** Asks until when an original is to be retained. */
export function RetainDialog(props: Props) {
  const { name, retainUntil } = props.item;
  const [until, setUntil] = useState(retainUntil?.slice(0, 10) ?? '');
  const { take, ...state } = useTake('evidence.retain', props, own.retain.done(name));
  return (
    <ReasonDialog
      name={own.retain.title(name)}
      text={own.retain.text}
      {...state}
      take={() => take({ until })}
      close={props.close}
    >
      <TextField
        label={own.retain.until}
        type="date"
        required
        value={until}
        onChange={({ target }) => setUntil(target.value)}
      />
    </ReasonDialog>
  );
}

/** Asks why the retention ends. */
export function ReleaseDialog(props: Props) {
  const { name } = props.item;
  const { take, ...state } = useTake('evidence.release', props, own.release.done(name));
  return (
    <ReasonDialog
      name={own.release.title(name)}
      text={own.release.text}
      asksWhy
      danger
      {...state}
      take={(reason) => take({ reason })}
      close={props.close}
    />
  );
}
