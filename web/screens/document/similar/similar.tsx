import { Link } from 'wouter';
import type { SimilarAnswer } from '../../../../src/operations/search/similar.ts';
import { useOperation } from '../../../api/queries.ts';
import { words } from '../../../words/searching.ts';
import { Part } from '../margin/part.tsx';
import { useDocument } from '../shown.ts';
import style from './similar.module.css';

/** The incidents most like the one that is shown, each with why; nothing where there are none. */
export function Similar() {
  const { key } = useDocument().shown;
  const { similar } = words;
  const { data } = useOperation<SimilarAnswer>('incident.similar', { incident: key });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Part title={similar.title} aside={similar.aside}>
      <ul className={style.list}>
        {data.items.map(({ id, key: other, title, day, reasons }) => (
          <li key={id} className={style.item}>
            <Link href={`/incidents/${other}`} className={style.link}>
              {title === '' ? words.search.untitled : title}
            </Link>
            <span className={style.detail}>
              {other} · {words.search.day(day)}
            </span>
            <ul className={style.reasons} aria-label={similar.why}>
              {reasons.map(({ what, values }) => (
                <li key={what}>{similar.reason[what](values)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Part>
  );
}
