import { useState } from 'react';
import { useParams } from 'wouter';
import { useOperation } from '../../api/queries.ts';
import { start } from '../../api/start.ts';
import { Answered } from '../../parts/answered.tsx';
import { IncidentFrame } from '../../parts/incident-frame.tsx';
import { words } from '../../words/index.ts';
import { Changes } from './changes/changes.tsx';
import { Compare, type Pair } from './versions/compare.tsx';
import { RestoreDialog } from './versions/restore-dialog.tsx';
import { type Version, Versions } from './versions/versions.tsx';

/** What is of interest first: the newest version that says something else than the document does now. */
function firstPair(items: Version[], sha256: string): Pair {
  const other = items.find((version) => version.sha256 !== sha256) ?? items[0];
  return { from: other?.number ?? 1, to: 'now' };
}

/** Versions compared and restored, and everything that happened, field by field. */
export function Screen() {
  const { incident = '' } = useParams();
  const versions = useOperation<{ items: Version[] }>('version.list', { incident });
  const [pair, setPair] = useState<Pair>();
  const [restored, setRestored] = useState<Version>();
  return (
    <IncidentFrame incident={incident} title={words.history.title}>
      {(shown) => (
        <>
          <Answered of={versions}>
            {({ items }) => (
              <>
                <Versions
                  incident={shown.key}
                  items={items}
                  template={shown.template}
                  compare={setPair}
                  {...(start.me.may.includes('incident.edit') && shown.status !== 'archived'
                    ? { restore: setRestored }
                    : {})}
                />
                {items.length === 0 ? null : (
                  <Compare
                    items={items}
                    incident={shown.key}
                    pair={pair ?? firstPair(items, shown.sha256)}
                    change={setPair}
                  />
                )}
              </>
            )}
          </Answered>
          <Changes incident={shown.key} record={shown.record} />
          {restored === undefined ? null : (
            <RestoreDialog shown={shown} version={restored} close={() => setRestored(undefined)} />
          )}
        </>
      )}
    </IncidentFrame>
  );
}
