import type { ClockRules } from '../../../../src/operations/clock/rules.ts';
import type { SettingItem } from '../../../../src/operations/settings/list.ts';
import { useOperation } from '../../../api/queries.ts';
import { Answered } from '../../../parts/answered.tsx';
import { AllRules } from './all-rules.tsx';
import { Organisation } from './organisation.tsx';
import { OwnClocks } from './own-clocks.tsx';

/** What the organisation is, the clocks of its own, and all that hold. */
export function Clocks() {
  const settings = useOperation<{ items: SettingItem[] }>('settings.list');
  const rules = useOperation<ClockRules>('clock.rules');
  return (
    <Answered of={rules}>
      {(answer) => (
        <>
          <Answered of={settings}>
            {({ items }) => {
              const named = (wanted: string) => items.find(({ name }) => name === wanted);
              const [organisation, own] = [named('clocks.organisation'), named('clocks.rules')];
              return (
                <>
                  {organisation === undefined ? null : <Organisation item={organisation} concerns={answer.concerns} />}
                  {own === undefined ? null : <OwnClocks item={own} />}
                </>
              );
            }}
          </Answered>
          <AllRules {...answer} />
        </>
      )}
    </Answered>
  );
}
