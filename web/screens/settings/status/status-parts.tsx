import type { SettingItem } from '../../../../src/operations/settings/list.ts';
import { start } from '../../../api/start.ts';
import { Button } from '../../../parts/button.tsx';
import { say } from '../../../parts/notices.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { words } from '../../../words/outside.ts';
import settings from '../settings.module.css';
import { Fields } from './fields.tsx';
import { announcingFields, messageFields, pageFields } from './forms.ts';
import { Subscribers } from './subscribers.tsx';
import { useSettings } from './use-settings.ts';

const own = words.statusSettings;
const mayChange = start.me.role === 'owner';

function OnOff({ items }: { items: readonly SettingItem[] }) {
  const { change, busy, problem } = useSettings(items);
  const isOn = items.find(({ name }) => name === 'status.on')?.value === true;
  const turn = async () => {
    if (await change({ 'status.on': !isOn })) say(isOn ? own.turnedOff : own.turnedOn);
  };
  return (
    <>
      <p role="status" className={isOn ? settings.good : settings.quiet}>
        {isOn ? own.isOn : own.isOff}
      </p>
      {problem === null ? null : <ProblemPanel problem={problem} />}
      <div className={settings.buttons}>
        {mayChange ? (
          <Button look={isOn ? 'plain' : 'main'} busy={busy} onClick={() => void turn()}>
            {isOn ? own.turnOff : own.turnOn}
          </Button>
        ) : null}
        {isOn ? <a href="/status">{own.open}</a> : null}
      </div>
    </>
  );
}

/** All of it, once it is loaded. */
export function StatusParts({ items }: { items: SettingItem[] }) {
  return (
    <>
      <Panel title={own.page} aside={mayChange ? undefined : own.onlyOwners}>
        <p className={settings.quiet}>{own.intro}</p>
        <OnOff items={items} />
        <Fields items={items} fields={pageFields} mayChange={mayChange} />
      </Panel>
      <Panel title={own.announcing}>
        <Fields items={items} fields={announcingFields} mayChange={mayChange} />
      </Panel>
      <Panel title={own.messages}>
        <p className={settings.quiet}>{own.messagesText}</p>
        <Fields items={items} fields={messageFields} mayChange={mayChange} />
      </Panel>
      <Subscribers mayChange={mayChange} />
    </>
  );
}
