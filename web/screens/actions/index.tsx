import { useEffect, useMemo, useRef, useState } from 'react';
import { ActionDialog } from '../../action/action-dialog.tsx';
import { useOperation } from '../../api/queries.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { Screen as Frame } from '../../parts/screen.tsx';
import { Switch } from '../../parts/switch.tsx';
import { useWish } from '../../parts/use-wish.ts';
import { useFieldKey } from '../../shell/use-field-key.ts';
import { words } from '../../words/following.ts';
import { Board } from './board.tsx';
import { Bulk } from './bulk.tsx';
import { Filters } from './filters.tsx';
import style from './filters.module.css';
import { focusCard } from './focus-card.ts';
import { Table } from './table.tsx';
import { type ActionItem, nameOf, useActions } from './use-actions.ts';
import { inputOf, isFiltered, paramsOf, unfiltered, type Wish, wishOf } from './wish.ts';

type ViewProps = { wish: Wish; change: (wish: Wish) => void };
type Ask = (item: ActionItem, step?: string) => void;

function Nothing({ wish, change }: ViewProps) {
  const { actions } = words;
  if (isFiltered(wish))
    return (
      <Empty title={actions.noMatch}>
        <p>{actions.noMatchAdvice}</p>
        <Button onClick={() => change(unfiltered(wish))}>{actions.clear}</Button>
      </Empty>
    );
  return (
    <Empty title={actions.none}>
      <p>{actions.noneAdvice}</p>
      <ButtonLink href="/incidents">{actions.toIncidents}</ButtonLink>
    </Empty>
  );
}

function TableView({ wish, change, found, ask }: ViewProps & { found: ReturnType<typeof useActions>; ask: Ask }) {
  const { actions } = words;
  const { items, more, problem, retry, loadMore } = found;
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const chosen = useMemo(() => items?.filter((item) => selected.has(nameOf(item))) ?? [], [items, selected]);
  const { action: _, step: __, ...asked } = wish;
  const narrowed = JSON.stringify(asked);
  useEffect(() => select(new Set()), [narrowed]);
  if (items === undefined)
    return problem === null ? <Loading lines={12} /> : <ProblemPanel problem={problem} retry={retry} />;
  return (
    <>
      {items.length === 0 ? (
        <Nothing {...{ wish, change }} />
      ) : (
        <>
          <Table {...{ items, wish, change, selected, select, ask }} />
          <p className={style.foot}>
            <span role="status">{actions.shown(items.length, more)}</span>
            {more ? <Button onClick={loadMore}>{actions.more}</Button> : null}
          </p>
        </>
      )}
      <Bulk items={chosen} select={select} />
    </>
  );
}

/** The action that the address names; `name` is its card's, where it was opened from one. */
function Opened({ wish, change, name }: ViewProps & { name: string }) {
  const { action = '', step, ...rest } = wish;
  const [incident = '', id = ''] = action.split('/');
  if (incident === '' || id === '') return null;
  const close = () => {
    change(rest);
    focusCard(name);
  };
  return <ActionDialog key={action} {...{ incident, id, step, close }} />;
}

function People() {
  const { data } = useOperation<{ items: { id: string; name: string; disabledAt: string | null }[] }>('people.list');
  return (
    <datalist id="action-people">
      {data?.items
        .filter(({ disabledAt }) => disabledAt === null)
        .map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
    </datalist>
  );
}

/** All actions of incidents one may see, narrowed and ordered as the address says. */
export function Screen() {
  const [wish, change] = useWish({ wishOf, paramsOf });
  const input = useMemo(() => inputOf(wish), [wish]);
  const found = useActions(input);
  const opened = useRef('');
  const ask: Ask = (item, step) => {
    opened.current = nameOf(item);
    change({ ...wish, action: `${item.incident.key}/${item.id}`, ...(step === undefined ? {} : { step }) });
  };
  const field = useFieldKey(words.actions.focusFilter);
  const known = useMemo(() => {
    const values = (name: 'priority' | 'horizon') => (found.items ?? []).map((item) => item[name]).filter(Boolean);
    return { priorities: values('priority'), horizons: values('horizon') };
  }, [found.items]);
  return (
    <Frame
      title={words.actions.title}
      wide
      actions={
        <Switch
          label={words.actions.view}
          options={words.actions.views}
          chosen={wish.view}
          choose={(view) => change({ ...wish, view })}
        />
      }
    >
      <People />
      <Filters {...{ wish, change, known, field }} />
      {wish.view === 'board' ? <Board {...{ input, ask }} /> : <TableView {...{ wish, change, found, ask }} />}
      <Opened {...{ wish, change }} name={opened.current} />
    </Frame>
  );
}
