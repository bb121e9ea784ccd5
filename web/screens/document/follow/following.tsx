import { useState } from 'react';
import type { ActionPage } from '../../../../src/operations/action/list.ts';
import type { Matching } from '../../../../src/operations/action/matching.ts';
import { ActionDialog } from '../../../action/action-dialog.tsx';
import { useOperation } from '../../../api/queries.ts';
import { Edged } from '../../../parts/edged.tsx';
import { words } from '../../../words/following.ts';
import { Part } from '../margin/part.tsx';
import { useDocument } from '../shown.ts';
import { FollowedRow } from './followed-row.tsx';
import style from './following.module.css';

type Opened = { incident: string; id: string };

/** Actions of earlier incidents that were to prevent this one. */
function Matches({ incident, open }: { incident: string; open: (action: Opened) => void }) {
  const { action: said } = words;
  const { data } = useOperation<Matching>('action.matching', { incident });
  return data?.items.map((item) => (
    <Edged key={`${item.incident.key}/${item.id}`} tone="warning" as="li" className={style.match}>
      <p>
        <button type="button" className={style.name} onClick={() => open({ incident: item.incident.key, id: item.id })}>
          {said.wasToPrevent(item.label, item.incident.key, said.stages[item.stage], item.overdueDays)}
        </button>
      </p>
      <p>{item.text}</p>
      <p className={style.quiet}>{said.because(item.services, item.words)}</p>
    </Edged>
  ));
}

/** How the actions of the document stand today, and which of others were to prevent this. */
export function Following() {
  const { key, status, record } = useDocument().shown;
  const { action: said } = words;
  const [opened, open] = useState<Opened>();
  const has = (record.actions?.length ?? 0) > 0;
  const { data } = useOperation<ActionPage>('action.list', { incident: key, limit: 200 }, has);
  const items = data?.items ?? [];
  const isNew = status === 'draft' || status === 'inReview';
  return (
    <>
      {isNew ? (
        <ul className={style.matches} aria-label={said.matches}>
          <Matches incident={key} open={open} />
        </ul>
      ) : null}
      {items.length === 0 ? null : (
        <Part title={said.today} place="margin-actions" aside={String(items.length)}>
          <ul className={style.list}>
            {items.map((item) => (
              <FollowedRow key={item.id} item={item} open={() => open({ incident: key, id: item.id })} />
            ))}
          </ul>
        </Part>
      )}
      {opened === undefined ? null : <ActionDialog {...opened} close={() => open(undefined)} />}
    </>
  );
}
