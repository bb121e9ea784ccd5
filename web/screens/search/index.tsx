import { type KeyboardEvent, useCallback } from 'react';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { Screen as Frame } from '../../parts/screen.tsx';
import { TypedField } from '../../parts/typed-field.tsx';
import { useWish } from '../../parts/use-wish.ts';
import { useFieldKey } from '../../shell/use-field-key.ts';
import { words } from '../../words/searching.ts';
import { Facets } from './facets.tsx';
import { Hit } from './hit.tsx';
import style from './search.module.css';
import { Told } from './told.tsx';
import { useResults } from './use-results.ts';
import { isNarrowed, paramsOf, type Wish, wishOf } from './wish.ts';

function Nothing({ wish }: { wish: Wish }) {
  const { search } = words;
  const plain = wish.words === '' && !isNarrowed(wish);
  if (plain)
    return (
      <Empty title={search.none}>
        <p>{search.noneAdvice}</p>
        <ButtonLink href="/incidents">{words.shell.incidents}</ButtonLink>
      </Empty>
    );
  return (
    <Empty title={search.noMatch(wish.words)}>
      <p>{search.noMatchAdvice}</p>
    </Empty>
  );
}

function Results({ wish, change }: { wish: Wish; change: (wish: Wish) => void }) {
  const { search } = words;
  const { answer, hits, more, waiting, problem, retry, loadMore } = useResults(wish);
  if (answer === undefined || hits === undefined)
    return problem === null ? <Loading lines={9} /> : <ProblemPanel problem={problem} retry={retry} />;
  return (
    <div className={style.columns} aria-busy={waiting}>
      <section className={style.results} aria-labelledby="results">
        <h2 id="results" className="aside">
          {search.results}
        </h2>
        <p className={style.quiet}>
          <span role="status">{search.total(answer.total)}</span>{' '}
          {hits.length > 0 ? <span className="keys">{search.keys}</span> : null}
        </p>
        <Told answer={answer} />
        {problem === null ? null : <ProblemPanel problem={problem} retry={retry} />}
        {hits.length === 0 ? <Nothing wish={wish} /> : null}
        <ol className={style.list}>
          {hits.map((hit) => (
            <Hit key={hit.id} hit={hit} />
          ))}
        </ol>
        {more ? <Button onClick={loadMore}>{search.more}</Button> : null}
        {!more && answer.total > hits.length && hits.length > 0 ? <p className={style.quiet}>{search.most}</p> : null}
      </section>
      <Facets answer={answer} wish={wish} change={change} />
    </div>
  );
}

/** Arrow keys go from the field to the results, along them, and back. */
function moveAlong(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-hit]')];
  const field = event.currentTarget.querySelector<HTMLElement>('input');
  const at = links.indexOf(event.target as HTMLElement);
  if (at < 0 && event.target !== field) return;
  const next = event.key === 'ArrowDown' ? links[at + 1] : at > 0 ? links[at - 1] : field;
  if (next === undefined) return;
  event.preventDefault();
  next?.focus();
}

/** One field; what it finds comes while somebody types. Everything stands in the address. */
export function Screen() {
  const [wish, change] = useWish({ wishOf, paramsOf });
  const changeWords = useCallback((text: string) => change({ ...wish, words: text }), [change, wish]);
  const around = useFieldKey(words.search.focus);
  const { search } = words;
  return (
    <Frame title={search.title} actions={<ButtonLink href="/recurring">{words.recurring.title}</ButtonLink>}>
      <div ref={around} className={style.screen} onKeyDown={moveAlong}>
        <search className={style.field}>
          <TypedField
            label={search.field}
            hint={search.hint}
            placeholder={search.placeholder}
            autoFocus
            maxLength={300}
            value={wish.words}
            change={changeWords}
          />
        </search>
        <Results wish={wish} change={change} />
      </div>
    </Frame>
  );
}
