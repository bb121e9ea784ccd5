import { useState } from 'react';
import type { ClockRules } from '../../../../src/operations/clock/rules.ts';
import type { SettingItem } from '../../../../src/operations/settings/list.ts';
import { refresh, useChange } from '../../../api/queries.ts';
import { start } from '../../../api/start.ts';
import { say } from '../../../parts/notices.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { words } from '../../../words/with-clocks.ts';
import choices from '../../../parts/choices.module.css';
import settings from '../settings.module.css';

/** What is true of the organisation in every incident: each is a tick that is kept at once. */
export function Organisation({ item, concerns }: { item: SettingItem; concerns: ClockRules['concerns'] }) {
  const { rules } = words.clocks;
  const { name, version } = item;
  // What was ticked stands there while it is on its way.
  const [wished, wish] = useState<string[]>();
  const chosen = wished ?? (item.value as string[]);
  const mayChange = start.me.role === 'owner';
  const { attempt, busy, problem } = useChange('settings.change');
  const take = async (concern: string, on: boolean) => {
    const value = on ? [...chosen, concern] : chosen.filter((each) => each !== concern);
    wish(value);
    const done = await attempt({ name, value, seen: version });
    await refresh('settings.list');
    wish(undefined);
    if (done !== undefined) say(rules.saved);
  };
  // A team's own rules may ask for something of their own.
  const all = [...new Set([...concerns, ...chosen])];
  return (
    <Panel title={rules.organisation} aside={mayChange ? undefined : rules.onlyOwners}>
      <p className={settings.quiet}>{rules.organisationText}</p>
      <fieldset className={choices.choices}>
        <legend className="aside">{rules.organisation}</legend>
        {all.map((concern) => (
          <label key={concern} className={choices.choice}>
            <input
              type="checkbox"
              checked={chosen.includes(concern)}
              disabled={!mayChange}
              onChange={({ target }) => (busy ? undefined : void take(concern, target.checked))}
            />
            {rules.concerns[concern] ?? concern}
          </label>
        ))}
      </fieldset>
      {problem === null ? null : <ProblemPanel problem={problem} />}
    </Panel>
  );
}
