import { type FormEvent, useState } from 'react';
import type { ShownPreference } from '../../../../src/operations/preference/show.ts';
import { refresh, useChange } from '../../../api/queries.ts';
import { Button } from '../../../parts/button.tsx';
import { say } from '../../../parts/notices.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { words } from '../../../words/outside.ts';
import { isZone, ownZone } from '../../../words/zone-name.ts';
import settings from '../settings.module.css';
import { KindTable } from './kind-table.tsx';
import style from './notifications.module.css';
import { When } from './when.tsx';

/** What one is told, which way and when; saved together. */
export function PreferenceForm({ shown }: { shown: ShownPreference }) {
  const { notices } = words;
  // Whoever never chose gets the zone of their browser offered.
  const [value, setValue] = useState(shown.version === 0 ? { ...shown.value, zone: ownZone() } : shown.value);
  const { attempt, busy, problem } = useChange('preference.change');
  const isChanged = JSON.stringify(value) !== JSON.stringify(shown.value);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const done = await attempt({ value, seen: shown.version });
    if (done === undefined) return;
    say(notices.saved);
    await refresh('preference.show');
  };
  return (
    <Panel title={words.settings.parts.notifications}>
      <p className={settings.quiet}>{notices.intro(shown.email)}</p>
      {shown.hasMail ? null : (
        <p className={style.warning}>
          <strong>{notices.noMail}</strong> {notices.noMailAdvice}
        </p>
      )}
      <form className={style.form} onSubmit={(event) => void save(event)}>
        <KindTable kinds={shown.kinds} hasSlack={shown.hasSlack} value={value} change={setValue} />
        <When value={value} change={setValue} />
        {problem === null ? null : <ProblemPanel problem={problem} />}
        <div>
          <Button type="submit" look="main" busy={busy} disabled={!isChanged || !isZone(value.zone)}>
            {notices.save}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
