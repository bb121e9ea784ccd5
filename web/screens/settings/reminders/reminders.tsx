import { type FormEvent, useState } from 'react';
import type { SettingItem } from '../../../../src/operations/settings/list.ts';
import { refresh, useChange, useOperation } from '../../../api/queries.ts';
import { start } from '../../../api/start.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Button } from '../../../parts/button.tsx';
import { TextField } from '../../../parts/field.tsx';
import { say } from '../../../parts/notices.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { words } from '../../../words/outside.ts';
import { isZone } from '../../../words/zone-name.ts';
import style from './reminders.module.css';
import notices from '../notifications/notifications.module.css';
import settings from '../settings.module.css';
import { partsOf, type Quiet, textOf } from './as-text.ts';
import { QuietField, WeekendField } from './days-fields.tsx';

const lists = ['holidays', 'remindBefore', 'remindAfter', 'escalateAfter', 'warnAt'] as const;
type List = (typeof lists)[number];
type Form = Record<List | 'zone' | 'hour', string> & { weekend: number[]; quiet: Quiet };

type Items = { of: (name: string) => SettingItem | undefined };

function formOf({ of }: Items): Form {
  const text = (name: string) => textOf(of(name)?.value);
  return {
    zone: text('zone'),
    holidays: text('holidays'),
    hour: text('hour'),
    remindBefore: text('remindBefore'),
    remindAfter: text('remindAfter'),
    escalateAfter: text('escalateAfter'),
    warnAt: text('warnAt'),
    weekend: of('weekend')?.value as number[],
    quiet: of('quiet')?.value as Quiet,
  };
}

function valueOf(name: keyof Form, form: Form): unknown {
  if (name === 'zone') return form.zone.trim() === '' ? null : form.zone.trim();
  if (name === 'warnAt') return partsOf(form.warnAt).map(Number);
  if (name === 'holidays') return partsOf(form.holidays.toUpperCase());
  return name === 'weekend' || name === 'quiet' || name === 'hour' ? form[name] : partsOf(form[name]);
}

function Fields({ items }: { items: Items }) {
  const { reminders } = words;
  const [form, setForm] = useState(() => formOf(items));
  const { attempt, busy, problem } = useChange('settings.change');
  const before = formOf(items);
  const changed = (Object.keys(form) as (keyof Form)[]).filter(
    (name) => JSON.stringify(form[name]) !== JSON.stringify(before[name]),
  );
  const save = async (event: FormEvent) => {
    event.preventDefault();
    for (const name of changed) {
      const seen = items.of(name)?.version ?? 0;
      const done = await attempt({ name: `follow.${name}`, value: valueOf(name, form), seen });
      if (done === undefined) return refresh('settings.list');
    }
    say(reminders.saved);
    return refresh('settings.list', 'occasion.list');
  };
  const isWrongZone = form.zone.trim() !== '' && !isZone(form.zone.trim());
  const field = (name: List | 'zone' | 'hour', label: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      autoComplete="off"
      spellCheck={false}
      type={name === 'hour' ? 'time' : 'text'}
      error={name === 'zone' && isWrongZone ? reminders.zoneWrong : undefined}
      value={form[name]}
      onChange={({ target }) => setForm({ ...form, [name]: target.value })}
    />
  );
  return (
    <form className={notices.form} onSubmit={(event) => void save(event)}>
      <fieldset className={style.fields} disabled={start.me.role !== 'owner'}>
        <h3>{reminders.days}</h3>
        {field('zone', reminders.zone, reminders.zoneHint)}
        {field('holidays', reminders.holidays, reminders.holidaysHint)}
        <WeekendField value={form.weekend} change={(weekend) => setForm({ ...form, weekend })} />
        {field('hour', reminders.hour, reminders.hourHint)}
        <QuietField value={form.quiet} change={(quiet) => setForm({ ...form, quiet })} />
        <h3>{reminders.actions}</h3>
        <p className={settings.quiet}>{reminders.spansHint}</p>
        {field('remindBefore', reminders.before)}
        {field('remindAfter', reminders.after)}
        {field('escalateAfter', reminders.escalate)}
        <h3>{reminders.deadlines}</h3>
        {field('warnAt', reminders.warnAt, reminders.warnAtHint)}
      </fieldset>
      {problem === null ? null : <ProblemPanel problem={problem} />}
      <div>
        <Button type="submit" look="main" busy={busy} disabled={changed.length === 0 || isWrongZone}>
          {reminders.save}
        </Button>
      </div>
    </form>
  );
}

/** When people are reminded of what follows from incidents. */
export const Reminders = () => (
  <Panel
    title={words.settings.parts.reminders}
    aside={start.me.role === 'owner' ? undefined : words.reminders.onlyOwners}
  >
    <p className={settings.quiet}>{words.reminders.intro}</p>
    <Answered of={useOperation<{ items: SettingItem[] }>('settings.list')}>
      {({ items }) => <Fields items={{ of: (name) => items.find((item) => item.name === `follow.${name}`) }} />}
    </Answered>
  </Panel>
);
