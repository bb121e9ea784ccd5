import { useState } from 'react';
import type { SettingItem } from '../../../src/operations/settings/list.ts';
import { refresh, useChange } from '../../api/queries.ts';
import { start } from '../../api/start.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Select, TextArea } from '../../parts/field.tsx';
import { say } from '../../parts/notices.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { told } from '../../parts/told.ts';
import { words } from '../../words/index.ts';
import { numberText } from '../../words/numbers.ts';
import style from './settings.module.css';

function valueText(value: unknown): string {
  const { server } = words.settings;
  if (value === null || value === undefined) return server.asItIs;
  if (typeof value === 'boolean') return value ? server.yes : server.no;
  if (typeof value === 'number') return numberText(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function jsonOf(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function Change({ item, close }: { item: SettingItem; close: () => void }) {
  const { server } = words.settings;
  const { name, sentence, value, version } = item;
  const [text, setText] = useState(JSON.stringify(value, undefined, 2));
  const { attempt, busy, problem } = useChange('settings.change');
  const given = jsonOf(text);
  const save = async (next: unknown) => {
    const done = await attempt({ name, value: next, seen: version });
    await refresh('settings.list');
    if (done === undefined) return;
    say(server.saved(name));
    close();
  };
  const title = server.changeLabel(name);
  return (
    <Dialog label={title} title={title} close={close}>
      <form
        className={style.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (given !== undefined) void save(given.value);
        }}
      >
        <p>{told(sentence)}</p>
        {typeof value === 'boolean' ? (
          <Select
            label={server.value}
            value={text}
            options={[
              { value: 'true', label: server.yes },
              { value: 'false', label: server.no },
            ]}
            onChange={({ target }) => setText(target.value)}
          />
        ) : (
          <TextArea
            label={server.value}
            hint={server.valueHint}
            error={given === undefined ? server.notJson : undefined}
            value={text}
            spellCheck={false}
            onChange={({ target }) => setText(target.value)}
          />
        )}
        {problem === null ? null : <ProblemPanel problem={problem} />}
        <span className={style.buttons}>
          <Button type="submit" look="main" busy={busy}>
            {words.common.save}
          </Button>
          {version === 0 ? null : (
            <Button busy={busy} onClick={() => void save(null)}>
              {server.reset}
            </Button>
          )}
        </span>
      </form>
    </Dialog>
  );
}

/** One setting: what it does, what it is, and for owners the way to change it. */
export function Setting({ item }: { item: SettingItem }) {
  const { server } = words.settings;
  const [asks, setAsks] = useState(false);
  return (
    <li className={style.setting}>
      <span className={style.settingHead}>
        <code>{item.name}</code>
        <span>
          {valueText(item.value)}{' '}
          {start.me.role === 'owner' ? (
            <Button look="quiet" aria-label={server.changeLabel(item.name)} onClick={() => setAsks(true)}>
              {server.change}
            </Button>
          ) : null}
        </span>
      </span>
      <span className={style.quiet}>{told(item.sentence)}</span>
      {asks ? <Change item={item} close={() => setAsks(false)} /> : null}
    </li>
  );
}
