import { lazy, Suspense, useEffect } from 'react';
import { useRoom } from './use-room.ts';

const load = () => import('./late-texts.tsx');
const Loaded = lazy(async () => ({ default: (await load()).LateTexts }));

/** So long is left to what is read first. */
const pauseMs = 500;

/** Text that the server did not take, when there is any. What offers it comes with the room: later nothing may come any more. */
export function LateTexts({ incident }: { incident: string }) {
  const { room, late } = useRoom(incident);
  useEffect(() => {
    if (room === undefined) return;
    const timer = setTimeout(() => void load().catch(() => {}), pauseMs);
    return () => clearTimeout(timer);
  }, [room]);
  return late.length === 0 ? null : (
    <Suspense fallback={null}>
      <Loaded incident={incident} />
    </Suspense>
  );
}
