import { useCallback, useRef, useState } from 'react';
import { asProblem, type Problem } from '../../../api/problem.ts';
import { refresh } from '../../../api/queries.ts';
import { say } from '../../../parts/notices.tsx';
import { words } from '../../../words/index.ts';
import { send } from './send.ts';

/** A file on its way, or one that did not arrive. */
export type Upload = { id: number; file: File; share: number; problem?: Problem };

const own = words.evidence.add;

/** Sends files one after the other, each with its progress; one that is refused does not hold up the others. */
export function useUploads(incident: string) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const made = useRef(0);
  const line = useRef(Promise.resolve());
  const ends = useRef(new Map<number, AbortController>());
  const change = useCallback(
    (id: number, part: Partial<Upload>) =>
      setUploads((before) => before.map((one) => (one.id === id ? { ...one, ...part } : one))),
    [],
  );
  const drop = useCallback((id: number) => {
    ends.current.get(id)?.abort();
    setUploads((before) => before.filter((one) => one.id !== id));
  }, []);

  async function sendOne({ id, file }: Upload): Promise<boolean> {
    const end = ends.current.get(id) as AbortController;
    if (end.signal.aborted) return false;
    try {
      const { item, isKnown } = await send(incident, file, (share) => change(id, { share }), end.signal);
      setUploads((before) => before.filter((one) => one.id !== id));
      if (isKnown) say(own.known(item.name));
      return !isKnown;
    } catch (error) {
      change(id, { problem: asProblem(error) });
      return false;
    }
  }

  const add = (files: File[]) => {
    const added = files.map((file): Upload => ({ id: (made.current += 1), file, share: 0 }));
    for (const { id } of added) ends.current.set(id, new AbortController());
    setUploads((before) => [...before, ...added]);
    line.current = line.current.then(async () => {
      let count = 0;
      for (const upload of added) if (await sendOne(upload)) count += 1;
      if (count > 0) say(own.sent(count));
      await refresh('evidence.list', 'incident.show', 'lifecycle.gate');
    });
  };
  return { uploads, add, drop };
}
