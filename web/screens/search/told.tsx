import type { SearchAnswer } from '../../../src/operations/search/find.ts';
import { words } from '../../words/searching.ts';
import style from './search.module.css';

/** What is to be known about the results: that they are not quite what was asked for, or not all. */
export function Told({ answer }: { answer: SearchAnswer }) {
  const { search } = words;
  const { corrected, relaxed, reading } = answer;
  const told = [
    ...corrected.map(({ from, to }) => search.corrected(from, to.join(search.or))),
    ...(relaxed ? [search.relaxed] : []),
    ...(reading ? [search.reading] : []),
  ];
  if (told.length === 0) return null;
  return (
    <div role="status">
      <ul className={style.told}>
        {told.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
