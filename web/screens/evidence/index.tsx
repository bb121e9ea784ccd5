import { useState } from 'react';
import { useParams } from 'wouter';
import { useOperation } from '../../api/queries.ts';
import { start } from '../../api/start.ts';
import { Answered } from '../../parts/answered.tsx';
import { IncidentFrame } from '../../parts/incident-frame.tsx';
import { words } from '../../words/index.ts';
import { Add } from './add/add.tsx';
import type { Item } from './item.ts';
import { List } from './list.tsx';

/** The originals of an incident: added, looked at, made events of, retained. */
export function Screen() {
  const { incident = '' } = useParams();
  const [detached, setDetached] = useState(false);
  const items = useOperation<{ items: Item[] }>(
    'evidence.list',
    detached ? { incident, detached: 'true' } : { incident },
  );
  return (
    <IncidentFrame incident={incident} title={words.evidence.title}>
      {(shown) => {
        const mayAdd = start.me.may.includes('evidence.add') && shown.status !== 'archived';
        return (
          <>
            <Add incident={shown.key} mayAdd={mayAdd} />
            <Answered of={items}>
              {(answer) => (
                <List
                  items={answer.items}
                  incident={shown.key}
                  mayAdd={mayAdd}
                  detached={detached}
                  showDetached={setDetached}
                />
              )}
            </Answered>
          </>
        );
      }}
    </IncidentFrame>
  );
}
