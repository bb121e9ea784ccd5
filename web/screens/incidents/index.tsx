import { useMemo } from 'react';
import { BeginLinks } from '../../parts/begin-links.tsx';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { Screen as Frame } from '../../parts/screen.tsx';
import { useWish } from '../../parts/use-wish.ts';
import { useFieldKey } from '../../shell/use-field-key.ts';
import { words } from '../../words/index.ts';
import { Filters } from './filters.tsx';
import style from './filters.module.css';
import { Table } from './table.tsx';
import { type Rows, useRows } from './use-rows.ts';
import { isFiltered, paramsOf, type Wish, wishOf } from './wish.ts';

function Nothing({ wish, change }: { wish: Wish; change: (wish: Wish) => void }) {
  const { incidents } = words;
  if (!isFiltered(wish))
    return (
      <Empty title={incidents.none}>
        <p>{incidents.noneAdvice}</p>
        <ButtonLink look="main" href="/new">
          {words.shell.newIncident}
        </ButtonLink>
      </Empty>
    );
  return (
    <Empty title={incidents.noMatch}>
      <p>{incidents.noMatchAdvice}</p>
      <Button onClick={() => change({ sort: wish.sort, order: wish.order })}>{incidents.clear}</Button>
    </Empty>
  );
}

type ListProps = { of: Rows; wish: Wish; change: (wish: Wish) => void };

function List({ of: { rows, more, loading, problem, retry, loadMore }, wish, change }: ListProps) {
  if (rows === undefined)
    return problem === null ? <Loading lines={12} /> : <ProblemPanel problem={problem} retry={retry} />;
  if (rows.length === 0) return <Nothing wish={wish} change={change} />;
  const { incidents } = words;
  return (
    <>
      <Table {...{ rows, more, wish, loadMore, change }} />
      <p className={style.foot}>
        <span role="status">{loading ? incidents.loadingMore : incidents.shown(rows.length, more)}</span>
        <span className="keys">{` · ${incidents.keys}`}</span>
      </p>
    </>
  );
}

/** Rows that are looked at for the severities to choose from. */
const mostForSeverities = 2000;

/** All incidents one may see, narrowed and ordered as the address says. */
export function Screen() {
  const [wish, change] = useWish({ wishOf, paramsOf });
  const found = useRows(wish);
  const field = useFieldKey(words.incidents.focusFilter);
  const severities = useMemo(
    () => (found.rows ?? []).slice(0, mostForSeverities).flatMap(({ severity }) => (severity ? [severity] : [])),
    [found.rows],
  );
  return (
    <Frame title={words.incidents.title} wide actions={<BeginLinks />}>
      <Filters {...{ wish, change, severities, field }} />
      <List of={found} {...{ wish, change }} />
    </Frame>
  );
}
