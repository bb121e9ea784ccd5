import { useState } from 'react';
import type { SettingItem } from '../../../../src/operations/settings/list.ts';
import { refresh, useChange } from '../../../api/queries.ts';
import { start } from '../../../api/start.ts';
import { SourceField } from '../../../editors/source/index.ts';
import { Button } from '../../../parts/button.tsx';
import { TextField } from '../../../parts/field.tsx';
import { say } from '../../../parts/notices.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { told } from '../../../parts/told.ts';
import { words } from '../../../words/with-clocks.ts';
import settings from '../settings.module.css';
import { Tried } from './tried.tsx';
import { useTriedClocks } from './use-tried-clocks.ts';

/** The team's own clocks as YAML, what is wrong with them, and what they would make of an incident. */
export function OwnClocks({ item }: { item: SettingItem }) {
  const { rules } = words.clocks;
  const { name, version } = item;
  const kept = String(item.value);
  const mayChange = start.me.role === 'owner';
  // Undefined as long as nobody wrote: what others save is shown then.
  const [written, write] = useState<string>();
  const [incident, setIncident] = useState('');
  const { attempt, busy, problem } = useChange('settings.change');
  const source = written ?? kept;
  const { data: tried, error } = useTriedClocks(source, incident.trim());
  const wrong = tried?.problem ?? null;
  const save = async () => {
    const done = await attempt({ name, value: source, seen: version });
    await refresh('settings.list', 'clock.rules');
    if (done === undefined) return;
    write(undefined);
    say(rules.saved);
  };
  return (
    <Panel title={rules.own} aside={mayChange ? undefined : rules.onlyOwners}>
      <p className={settings.quiet}>{rules.ownText}</p>
      <SourceField
        label={rules.source}
        low
        source={source}
        change={write}
        readOnly={!mayChange}
        problem={wrong === null ? null : { line: wrong.line, what: told(wrong.reason), remedy: rules.remedy }}
      />
      {problem === null ? null : <ProblemPanel problem={problem} />}
      {mayChange ? (
        <p>
          <Button look="main" busy={busy} disabled={source === kept || wrong !== null} onClick={() => void save()}>
            {words.common.save}
          </Button>
        </p>
      ) : null}
      <div className={settings.form}>
        <TextField
          label={rules.try}
          hint={rules.tryHint}
          error={error === null || incident === '' ? undefined : told(error.message)}
          value={incident}
          onChange={({ target }) => setIncident(target.value)}
        />
      </div>
      {incident.trim() === '' || tried === undefined || wrong !== null || error !== null ? null : (
        <Tried items={tried.items} />
      )}
    </Panel>
  );
}
