import { Link } from 'wouter';
import type { SearchAnswer } from '../../../src/operations/search/find.ts';
import { TextField } from '../../parts/field.tsx';
import { useMedia } from '../../parts/use-media.ts';
import { words } from '../../words/searching.ts';
import style from './search.module.css';
import { days, type Facet, facets, isNarrowed, paramsOf, toggled, type Wish } from './wish.ts';

type Narrowing = { wish: Wish; change: (wish: Wish) => void };
type Value = { value: string; count: number };

function FacetList({ facet, values, wish }: { facet: Facet; values: Value[]; wish: Wish }) {
  const { search, common } = words;
  const chosen = wish[facet];
  const shown =
    chosen === undefined || values.some(({ value }) => value === chosen)
      ? values
      : [{ value: chosen, count: 0 }, ...values];
  if (shown.length === 0) return null;
  const name = (value: string) => (facet === 'status' ? (common.status[value] ?? value) : value);
  return (
    <section aria-labelledby={`facet-${facet}`}>
      <h3 id={`facet-${facet}`} className={style.facetName}>
        {search.facet[facet]}
      </h3>
      <ul className={style.values}>
        {shown.map(({ value, count }) => (
          <li key={value}>
            <Link
              href={`/search?${paramsOf(toggled(wish, facet, value))}`}
              className={value === chosen ? style.chosen : style.value}
              replace
            >
              <span className={style.valueName}>{name(value)}</span>
              {value === chosen ? (
                <span className={style.count}>
                  <span aria-hidden="true">×</span>
                  <span className="aside">{search.takeAway}</span>
                </span>
              ) : (
                <span className={style.count}>
                  {count}
                  <span className="aside"> {search.counted(count)}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The first and the last day. A day that is half written is none yet. */
function Days({ wish, change }: Narrowing) {
  const { search } = words;
  return (
    <fieldset className={style.days}>
      <legend className={style.facetName}>{search.time}</legend>
      {days.map((name) => (
        <TextField
          key={name}
          type="date"
          label={search[name]}
          value={wish[name] ?? ''}
          onChange={({ target }) => {
            const { [name]: _, ...rest } = wish;
            change(target.value === '' ? rest : { ...wish, [name]: target.value });
          }}
        />
      ))}
    </fieldset>
  );
}

/** What the results can be narrowed by, each value with how many it leaves. A chosen one is a link that takes it away. */
export function Facets({ answer, wish, change }: { answer: SearchAnswer } & Narrowing) {
  const { search } = words;
  const any = isNarrowed(wish);
  const wide = useMedia('(min-width: 56.3125em)');
  const lists = (
    <div className={style.facetLists}>
      {any ? (
        <Link href={`/search?${paramsOf({ words: wish.words })}`} className={style.clear} replace>
          {search.clear}
        </Link>
      ) : null}
      {facets.map((facet) => (
        <FacetList key={facet} facet={facet} values={answer.facets[facet]} wish={wish} />
      ))}
      <Days wish={wish} change={change} />
    </div>
  );
  return (
    <nav className={style.facets} aria-label={search.facets}>
      {wide ? (
        lists
      ) : (
        <details open={any}>
          <summary className={style.narrow}>{search.narrow}</summary>
          {lists}
        </details>
      )}
    </nav>
  );
}
