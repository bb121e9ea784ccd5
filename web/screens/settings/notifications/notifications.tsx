import type { ShownPreference } from '../../../../src/operations/preference/show.ts';
import { useOperation } from '../../../api/queries.ts';
import { Answered } from '../../../parts/answered.tsx';
import { CalendarAddress } from './calendar-address.tsx';
import { NextDigest } from './next-digest.tsx';
import { PreferenceForm } from './preference-form.tsx';

/** How one wants to hear of things, the next digest, and one's calendar. */
export const Notifications = () => (
  <Answered of={useOperation<ShownPreference>('preference.show')}>
    {(shown) => (
      <>
        <PreferenceForm key={shown.version} shown={shown} />
        <NextDigest digest={shown.digest} />
        <CalendarAddress there={shown.hasCalendar} />
      </>
    )}
  </Answered>
);
