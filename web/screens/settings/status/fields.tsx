import { useState } from 'react';
import type { SettingItem } from '../../../../src/operations/settings/list.ts';
import { Button } from '../../../parts/button.tsx';
import { TextArea, TextField } from '../../../parts/field.tsx';
import { say } from '../../../parts/notices.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { words } from '../../../words/outside.ts';
import settings from '../settings.module.css';
import type { FormField } from './forms.ts';
import { useSettings } from './use-settings.ts';

const own = words.statusSettings;

type Props = { items: readonly SettingItem[]; fields: readonly FormField[]; mayChange: boolean };

/** Settings as a form: each as text, and one button that keeps those that were changed. */
export function Fields({ items, fields, mayChange }: Props) {
  const [written, write] = useState<Readonly<Record<string, string>>>({});
  const { change, busy, problem } = useSettings(items);
  const valueOf = (setting: string) => items.find(({ name }) => name === setting)?.value;
  const changed = fields.filter(({ label, setting, read }) => {
    const text = written[label];
    return text !== undefined && text !== read(valueOf(setting));
  });
  const save = async () => {
    const values = changed.reduce<Record<string, unknown>>(
      (all, field) => ({
        ...all,
        [field.setting]: field.write(written[field.label] ?? '', all[field.setting] ?? valueOf(field.setting)),
      }),
      {},
    );
    if (!(await change(values))) return;
    write({});
    say(own.saved);
  };
  return (
    <form
      className={settings.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {fields.map(({ setting, label, hint, lines, read }) => {
        const Field = lines === true ? TextArea : TextField;
        return (
          <Field
            key={label}
            label={label}
            hint={hint}
            value={written[label] ?? read(valueOf(setting))}
            readOnly={!mayChange}
            onChange={({ target }: { target: { value: string } }) => write({ ...written, [label]: target.value })}
          />
        );
      })}
      {problem === null ? null : <ProblemPanel problem={problem} />}
      {mayChange ? (
        <span className={settings.buttons}>
          <Button type="submit" look="main" busy={busy} disabled={changed.length === 0}>
            {words.common.save}
          </Button>
        </span>
      ) : null}
    </form>
  );
}
