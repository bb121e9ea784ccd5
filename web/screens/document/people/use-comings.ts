import { useEffect, useRef, useState } from 'react';
import { words } from '../../../words/index.ts';
import type { Present } from './present.ts';

/** Who loads the page again leaves and comes: only what lasts is told. */
const calmMs = 3000;

const namesOf = (people: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): string[] =>
  [...people].flatMap(([id, name]) => (others.has(id) ? [] : [name]));

/** A sentence for those who hear the page: who came and who left since it was last told. Who is there at the start is told, too. */
export function useComings(present: readonly Present[]): string {
  const told = useRef<ReadonlyMap<string, string>>(new Map());
  const [news, setNews] = useState('');
  useEffect(() => {
    const now = new Map(present.map(({ id, name }) => [id, name]));
    const timer = setTimeout(() => {
      const [came, left] = [namesOf(now, told.current), namesOf(told.current, now)];
      told.current = now;
      const { people } = words.document;
      if (came.length + left.length > 0)
        setNews([came.length > 0 && people.came(came), left.length > 0 && people.left(left)].filter(Boolean).join(' '));
    }, calmMs);
    return () => clearTimeout(timer);
  }, [present]);
  return news;
}
