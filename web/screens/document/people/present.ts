import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { LivePerson, LiveRoom } from '../../../live/index.ts';
import { ownActor } from '../../../api/actor.ts';
import { useRoom } from '../../../editors/prose/index.ts';

/** Somebody else who has the document open, and the text they write in, by its path. */
export type Present = LivePerson & { at: string | undefined };

type Awareness = LiveRoom['awareness'];
type Seen = { user?: LivePerson; cursor?: { path?: unknown } | null };

/** Everybody once, however many windows they have; where one of those has a cursor, that is where they are. */
function presentIn(awareness: Awareness, me: string | undefined): Present[] {
  const people = new Map<string, Present>();
  for (const [id, { user, cursor }] of awareness.getStates() as Map<number, Seen>) {
    if (user === undefined || id === awareness.clientID || user.id === me) continue;
    const at = typeof cursor?.path === 'string' ? cursor.path : people.get(user.id)?.at;
    people.set(user.id, { ...user, at });
  }
  return [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

function followed(awareness: Awareness | undefined, me: string) {
  let shown: Present[] = [];
  let text = '[]';
  // Cursors move with each key; who is where changes seldom.
  const read = (): Present[] => {
    const next = awareness === undefined ? [] : presentIn(awareness, me);
    const nextText = JSON.stringify(next);
    if (nextText !== text) [shown, text] = [next, nextText];
    return shown;
  };
  return {
    read,
    follow: (tell: () => void) => {
      awareness?.on('change', tell);
      return () => awareness?.off('change', tell);
    },
  };
}

/** The others who have the document of an incident open now. */
export function usePresent(incident: string): Present[] {
  const { room, state } = useRoom(incident);
  // A room that was renewed has another awareness, and says so by its state.
  const awareness = state === 'connecting' ? undefined : room?.awareness;
  const { read, follow } = useMemo(() => followed(awareness, ownActor), [awareness]);
  return useSyncExternalStore(useCallback(follow, [follow]), read);
}
