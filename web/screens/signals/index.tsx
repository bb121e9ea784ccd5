import { useMemo } from 'react';
import type { Signal, SignalPage } from '../../../src/operations/signal/list.ts';
import { usePages } from '../../api/pages.ts';
import { useOperation } from '../../api/queries.ts';
import { start } from '../../api/start.ts';
import { useFresh } from '../../api/use-fresh.ts';
import { FilterSelect, optionsOf } from '../../parts/filters.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { Screen as Frame } from '../../parts/screen.tsx';
import { Switch } from '../../parts/switch.tsx';
import { useWish } from '../../parts/use-wish.ts';
import { words } from '../../words/incoming.ts';
import { List } from './list.tsx';
import { Nothing } from './nothing.tsx';
import style from './signals.module.css';
import { paramsOf, type Wish, wishOf } from './wish.ts';

/** What is read at once. */
const limit = 200;

const isThere = (value: string | null): value is string => value !== null;

function Filters({ items, wish, change }: { items: Signal[]; wish: Wish; change: (wish: Wish) => void }) {
  const { signals } = words;
  return (
    <search className={style.filters} aria-label={signals.filters}>
      <FilterSelect
        label={signals.service}
        any={signals.anyService}
        options={optionsOf(items.map(({ service }) => service).filter(isThere), wish.service)}
        value={wish.service}
        change={(service) => change({ ...wish, service })}
      />
      <FilterSelect
        label={signals.source}
        any={signals.anySource}
        options={optionsOf(
          items.map(({ source }) => source),
          wish.source,
        )}
        value={wish.source}
        change={(source) => change({ ...wish, source })}
      />
    </search>
  );
}

/** What belongs to no incident yet, and the way to decide about it. */
export function Screen() {
  const { signals } = words;
  const [wish, change] = useWish({ wishOf, paramsOf });
  const input = useMemo(() => ({ ...wish, limit }), [wish]);
  const { items, problem, retry, ...pages } = usePages<Signal>('signal.list', input, 'after');
  const { data: counted } = useOperation<Pick<SignalPage, 'total' | 'uncounted'>>('signal.list', {
    state: wish.state,
    limit: 1,
  });
  useFresh('signal.list');
  const isNarrowed = wish.service !== undefined || wish.source !== undefined;
  return (
    <Frame
      title={signals.title}
      actions={
        <Switch
          label={signals.statesLabel}
          options={signals.states}
          chosen={wish.state}
          choose={(state) => change({ state })}
        />
      }
    >
      <p className={style.quiet}>{signals.intro}</p>
      {items === undefined ? (
        problem === null ? (
          <Loading lines={10} />
        ) : (
          <ProblemPanel problem={problem} retry={retry} />
        )
      ) : (
        <>
          {items.length === 0 && !isNarrowed ? null : <Filters {...{ items, wish, change }} />}
          {items.length === 0 ? (
            <Nothing
              state={wish.state}
              isNarrowed={isNarrowed}
              showAll={() => change({ state: wish.state })}
              isAdmin={start.me.may.includes('hook.see')}
            />
          ) : (
            <List
              key={JSON.stringify(wish)}
              items={items}
              state={wish.state}
              counted={isNarrowed ? undefined : counted}
              {...pages}
            />
          )}
        </>
      )}
    </Frame>
  );
}
