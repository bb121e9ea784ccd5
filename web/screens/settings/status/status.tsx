import { lazy, Suspense } from 'react';
import type { SettingItem } from '../../../../src/operations/settings/list.ts';
import { useOperation } from '../../../api/queries.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Loading } from '../../../parts/loading.tsx';

const Parts = lazy(async () => ({ default: (await import('./status-parts.tsx')).StatusParts }));

/** The status page, whom to tell, and what is never public. */
export const Status = () => (
  <Answered of={useOperation<{ items: SettingItem[] }>('settings.list')}>
    {({ items }) => (
      <Suspense fallback={<Loading />}>
        <Parts items={items} />
      </Suspense>
    )}
  </Answered>
);
