import { useRef } from 'react';
import { start } from '../../api/start.ts';
import { Empty } from '../../parts/empty.tsx';
import { Panel } from '../../parts/panel.tsx';
import { words } from '../../words/index.ts';
import style from './evidence.module.css';
import type { Item } from './item.ts';
import { AskModel } from './ask-model.tsx';
import { DraftAll } from './draft-all.tsx';
import { Row } from './row/row.tsx';

const own = words.evidence.list;

type Props = {
  items: Item[];
  incident: string;
  mayAdd: boolean;
  detached: boolean;
  showDetached: (show: boolean) => void;
};

/** All originals, oldest first. When one is taken away the focus goes to the one that took its place. */
export function List({ items, incident, mayAdd, detached, showDetached }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const attached = items.filter(({ detachedAt }) => detachedAt === null);
  const size = words.evidence.bytes(attached.reduce((sum, { bytes }) => sum + bytes, 0));
  const focusAt = (index: number) =>
    setTimeout(() => {
      const rows = list.current?.querySelectorAll<HTMLElement>('[data-evidence]');
      const row = rows?.[Math.min(index, rows.length - 1)];
      (row ?? list.current)?.focus();
    }, 50);
  return (
    <Panel
      title={own.title}
      aside={
        attached.length === 0 ? undefined : <span className={style.quiet}>{own.count(attached.length, size)}</span>
      }
    >
      {items.length === 0 ? (
        <Empty title={own.none}>
          <p>{own.noneAdvice}</p>
        </Empty>
      ) : null}
      {mayAdd && attached.length > 0 ? <DraftAll incident={incident} /> : null}
      {mayAdd && start.model !== undefined ? <AskModel incident={incident} model={start.model} /> : null}
      <ul ref={list} className={style.list} tabIndex={-1}>
        {items.map((item, index) => (
          <Row key={item.id} item={item} incident={incident} mayAdd={mayAdd} gone={() => focusAt(index)} />
        ))}
      </ul>
      <label className={style.check}>
        <input type="checkbox" checked={detached} onChange={({ target }) => showDetached(target.checked)} />{' '}
        {own.detached}
      </label>
    </Panel>
  );
}
