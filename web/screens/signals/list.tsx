import { type KeyboardEvent, useMemo, useState } from 'react';
import type { Signal, SignalPage } from '../../../src/operations/signal/list.ts';
import { SoFar } from '../../parts/so-far.tsx';
import { words } from '../../words/incoming.ts';
import { Bulk } from './bulk.tsx';
import { Group } from './group.tsx';
import { groupsOf } from './groups.ts';
import { Original } from './original.tsx';
import style from './signals.module.css';
import { useSelection } from './use-selection.ts';

/** What a group shows of itself before more is asked for. */
const fewAtFirst = 5;

/** The arrows go from box to box, over the whole list. */
function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined || !(event.target instanceof HTMLInputElement)) return;
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  boxes[boxes.indexOf(event.target) + by]?.focus();
  event.preventDefault();
}

type Props = {
  items: Signal[];
  state: 'waiting' | 'ignored';
  /** How many there are, when they are not narrowed. */
  counted: Pick<SignalPage, 'total' | 'uncounted'> | undefined;
  more: boolean;
  loading: boolean;
  loadMore: () => void;
};

/** Signals in their groups, to be selected and decided about. */
export function List({ items, state, counted, more, loading, loadMore }: Props) {
  const { signals } = words;
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const [original, setOriginal] = useState<Signal>();
  const groups = useMemo(() => groupsOf(items), [items]);
  const shown = groups.map((group) => ({
    group,
    isWhole: whole.has(group.key),
    items: whole.has(group.key) ? group.items : group.items.slice(0, fewAtFirst),
  }));
  const selection = useSelection(shown.flatMap((each) => each.items.map(({ id }) => id)));
  const toggle = (key: string, on: boolean) => {
    const next = new Set(whole);
    if (on) next.add(key);
    else next.delete(key);
    setWhole(next);
  };
  const { total, uncounted } = counted ?? { total: 0, uncounted: false };
  const atLeast = Math.max(items.length, total);
  const soFar = (uncounted && more ? signals.shownOfMany : signals.shown)(items.length, atLeast);
  return (
    <>
      <p className={style.keys}>{signals.keys}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the boxes in it are what takes keys */}
      <div className={style.groups} onKeyDown={moveByArrow}>
        {shown.map(({ group, isWhole, items: few }) => (
          <Group
            key={group.key}
            group={group}
            shown={few}
            isWhole={isWhole}
            setWhole={(on) => toggle(group.key, on)}
            selection={selection}
            showOriginal={setOriginal}
          />
        ))}
      </div>
      <Bulk chosen={items.filter(({ id }) => selection.selected.has(id))} state={state} clear={selection.clear} />
      <SoFar {...{ more, loading, loadMore }}>{soFar}</SoFar>
      {original === undefined ? null : <Original signal={original} close={() => setOriginal(undefined)} />}
    </>
  );
}
