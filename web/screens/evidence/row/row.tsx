import { useState } from 'react';
import { start } from '../../../api/start.ts';
import { Chip } from '../../../parts/chip.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { words } from '../../../words/index.ts';
import { nameOf, usePeople } from '../../audit/log/names.ts';
import type { Item } from '../item.ts';
import { Actions } from './actions.tsx';
import { Preview } from './preview.tsx';
import { ResultText, type Result } from './result.tsx';
import style from './row.module.css';

const own = words.evidence.list;

function Facts({ item }: { item: Item }) {
  const people = usePeople();
  return (
    <p className={style.facts}>
      {words.evidence.bytes(item.bytes)} · {item.type.split(';')[0]} · <Moment at={item.addedAt} />{' '}
      {own.by(nameOf(item.addedBy, people))} ·{' '}
      {item.retainUntil === null ? (
        own.notRetained
      ) : (
        <>
          {own.retained} <Moment at={item.retainUntil} only="day" />
        </>
      )}
    </p>
  );
}

type Props = { item: Item; incident: string; mayAdd: boolean; gone: () => void };

/** One original: what is known of it, what can be done with it, and what came of that. */
export function Row({ item, incident, mayAdd, gone }: Props) {
  const [open, setOpen] = useState(false);
  const [result, setResult] = useState<Result>();
  const { name, sha256, note, detachedAt, removedAt } = item;
  return (
    <li className={style.row} data-evidence={item.id} tabIndex={-1}>
      <div>
        <h3 className={style.name}>
          {name} {removedAt === null ? null : <Chip tone="warning">{own.isRemoved}</Chip>}{' '}
          {detachedAt === null ? null : <Chip>{own.isDetached}</Chip>}
        </h3>
        <Facts item={item} />
        {note === '' ? null : <p>{note}</p>}
        <p className={style.hash}>
          <span className={style.facts}>{own.hash}</span> <code>{sha256}</code>
        </p>
      </div>
      <Actions
        {...{ item, incident, gone, open }}
        mayAdd={mayAdd && detachedAt === null}
        mayRelease={start.me.may.includes('evidence.retain')}
        toggle={() => setOpen(!open)}
        tell={setResult}
      />
      <div className={style.below}>
        <div role="status">{result === undefined ? null : <ResultText result={result} incident={incident} />}</div>
        {open ? <Preview item={item} incident={incident} /> : null}
      </div>
    </li>
  );
}
