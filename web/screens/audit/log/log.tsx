import { useEffect, useMemo, useState } from 'react';
import { onChange } from '../../../api/feed.ts';
import { usePages } from '../../../api/pages.ts';
import { Button } from '../../../parts/button.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { Loading } from '../../../parts/loading.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { useWish } from '../../../parts/use-wish.ts';
import { SoFar } from '../../../parts/so-far.tsx';
import { words } from '../../../words/index.ts';
import type { LogEntry } from './entry.ts';
import { Filters } from './filters.tsx';
import style from './log.module.css';
import { usePeople } from './names.ts';
import { Row } from './row.tsx';
import { inputOf, isFiltered, paramsOf, type Wish, wishOf } from './wish.ts';

const own = words.audit.log;

/** Whether something happened since the log was read; it is shown when it is asked for, so that nothing moves under the reader. */
function useNewer(): [boolean, () => void] {
  const [newer, setNewer] = useState(false);
  useEffect(() => onChange(() => setNewer(true)), []);
  return [newer, () => setNewer(false)];
}

function Entries({ wish }: { wish: Wish }) {
  const input = useMemo(() => inputOf(wish), [wish]);
  const { items, problem, more, loading, loadMore, retry } = usePages<LogEntry>('ledger.list', input, 'before');
  const [newer, seen] = useNewer();
  const people = usePeople();
  if (items === undefined) return problem === null ? <Loading /> : <ProblemPanel problem={problem} retry={retry} />;
  const readNew = () => {
    seen();
    retry();
  };
  return (
    <>
      <div role="status">{newer ? <Button onClick={readNew}>{own.newer}</Button> : null}</div>
      {items.length === 0 ? <Empty title={isFiltered(wish) ? own.none : own.noneYet} /> : null}
      <ol className={style.entries}>
        {items.map((entry) => (
          <Row key={entry.seq} entry={entry} people={people} />
        ))}
      </ol>
      <SoFar {...{ more, loading, loadMore }}>{own.shown(items.length, more)}</SoFar>
    </>
  );
}

/** What happened, the newest first, narrowed as the address says. */
export function Log() {
  const [wish, change] = useWish({ wishOf, paramsOf });
  return (
    <Panel title={own.title}>
      <Filters wish={wish} change={change} />
      <Entries wish={wish} />
    </Panel>
  );
}
