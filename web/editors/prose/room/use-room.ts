import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { enter, nameText, roomSaved, roomView, type RoomView } from './rooms.ts';

/** The live room of an incident, opened by the first who asks and shared by all. */
export function useRoom(incident: string): RoomView {
  const follow = useCallback((tell: () => void) => enter(incident, tell), [incident]);
  return useSyncExternalStore(follow, () => roomView(incident));
}

/** Whether the server has everything that was written here. */
export function useSaved(incident: string): boolean {
  const follow = useCallback((tell: () => void) => enter(incident, tell), [incident]);
  return useSyncExternalStore(follow, () => roomSaved(incident));
}

/** Whether texts may be written now: into the server, or kept here until it is back. */
export const isWritable = ({ state }: RoomView): boolean => state === 'live' || state === 'offline';

/** A text as it stands, and told at most once a frame. */
function followed(text: Y.Text | undefined, fallback: string) {
  let shown = text?.toString() ?? fallback;
  return {
    now: () => shown,
    follow: (tell: () => void) => {
      if (text === undefined) return () => {};
      let frame = 0;
      const take = () => {
        frame = 0;
        shown = text.toString();
        tell();
      };
      const changed = () => (frame ||= requestAnimationFrame(take));
      text.observe(changed);
      take();
      return () => {
        cancelAnimationFrame(frame);
        text.unobserve(changed);
      };
    },
  };
}

/** One text of a room: what the server holds of it, from the record until the room has answered. */
export function useText(incident: string, path: string, label: string, value: string) {
  const view = useRoom(incident);
  const { room, state, late } = view;
  useEffect(() => nameText(incident, path, label), [incident, path, label]);
  const answered = room !== undefined && state !== 'connecting';
  const doc = answered ? room.doc : undefined;
  const text = useMemo(() => doc?.getText(path), [doc, path]);
  const { now, follow } = useMemo(() => followed(text, value), [text, value]);
  const written = useSyncExternalStore(follow, now);
  const kept = late.find((each) => each.path === path);
  return { view, text, source: kept?.theirs ?? written };
}
