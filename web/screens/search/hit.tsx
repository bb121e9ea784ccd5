import type { Hit as Found } from '../../../src/operations/search/find.ts';
import { RowLink } from '../../parts/row-link.tsx';
import { words } from '../../words/searching.ts';
import style from './search.module.css';

const Pieces = ({ of }: { of: Found['title'] }) => (
  <>
    {of.map(({ text, hit }, index) =>
      hit === true ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
    )}
  </>
);

/** One result: its title, where the words stand, and what it is. */
export function Hit({ hit }: { hit: Found }) {
  const { search, common } = words;
  const { key, title, snippet, day, status, severity, services, template, visibility } = hit;
  const facts = [
    search.day(day),
    ...(severity === null || severity === '' ? [] : [severity]),
    common.status[status] ?? status,
    ...(visibility === 'restricted' ? [search.restricted] : []),
    ...services.slice(0, 4),
    template,
  ];
  return (
    <li className={style.hit}>
      <h3 className={style.title}>
        <RowLink href={`/incidents/${key}`} data-hit>
          {title.length === 0 ? search.untitled : <Pieces of={title} />}
        </RowLink>
        <span className={style.key}>{key}</span>
      </h3>
      <p className={snippet.length === 0 ? style.quiet : style.snippet}>
        {snippet.length === 0 ? search.noText : <Pieces of={snippet} />}
      </p>
      <p className={style.quiet}>{facts.join(' · ')}</p>
    </li>
  );
}
