import { useSyncExternalStore, useMemo } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type { ChangedBy, LivePerson } from '../../live/index.ts';
import { clockText } from '../../words/day.ts';
import { words } from '../../words/index.ts';
import style from './notes.module.css';

type Seen = { user?: Partial<LivePerson>; cursor?: { path?: string } | null };

const namesIn = (awareness: Awareness, path: string): string =>
  ([...awareness.getStates()] as [number, Seen][])
    .filter(([id, { cursor }]) => id !== awareness.clientID && cursor?.path === path)
    .map(([, { user }]) => user?.name ?? words.prose.someone)
    .sort()
    .join(', ');

/** Who writes in a text now, told only when that changes. */
function useNames(awareness: Awareness | undefined, path: string): string {
  const follow = useMemo(
    () => (tell: () => void) => {
      awareness?.on('change', tell);
      return () => awareness?.off('change', tell);
    },
    [awareness],
  );
  return useSyncExternalStore(follow, () => (awareness === undefined ? '' : namesIn(awareness, path)));
}

type Props = { change: ChangedBy | undefined; awareness: Awareness | undefined; path: string };

/** Beside a text: who writes here now, and for a while what changed it from elsewhere. */
export function Notes({ change, awareness, path }: Props) {
  const names = useNames(awareness, path);
  if (names === '' && change === undefined) return null;
  const who = change?.kind === 'agent' ? `${change.name} (${words.prose.agent})` : change?.name;
  return (
    <p className={style.notes}>
      {names === '' ? null : <span>{words.prose.writing(names)}</span>}
      {change === undefined || who === undefined ? null : (
        <span className={style.changed}>{words.prose.changedBy(who, clockText(new Date(change.at)))}</span>
      )}
    </p>
  );
}
