import { useState } from 'react';
import { refreshActions } from '../../action/refresh.ts';
import { problemText } from '../../api/problem.ts';
import type { Saved } from '../../editors/saving/set-fields.ts';
import { remember } from '../../editors/undo.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Select, TextField } from '../../parts/field.tsx';
import { say } from '../../parts/notices.tsx';
import { words } from '../../words/following.ts';
import style from './bulk.module.css';
import { asking, priorityOptions } from './choices.ts';
import { change, type Field, fields, shortText, stepOf } from './save.ts';
import { type ActionItem, nameOf } from './use-actions.ts';

type Failed = { name: string; text: string; reason: string };
type Report = { changed: number; done: Saved[]; failed: Failed[] };

/** Calls under way at once: enough to be quick, few enough to leave the server to others. */
const together = 4;
/** Steps that several actions can take at once. */
const steps = ['commit', 'finish', 'verify', 'decline', 'reopen'];

async function changeAll(items: ActionItem[], run: (item: ActionItem) => Promise<Saved | undefined>): Promise<Report> {
  const report: Report = { changed: 0, done: [], failed: [] };
  const left = [...items];
  const work = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift())
      try {
        const saved = await run(item);
        report.changed += 1;
        if (saved !== undefined) report.done.push(saved);
      } catch (error) {
        const reason = problemText(error);
        report.failed.push({ name: nameOf(item), text: `${item.incident.key} ${shortText(item)}`, reason });
      }
  };
  await Promise.all(Array.from({ length: together }, work));
  return report;
}

/** Takes all of them back, one as far as another. @throws Problem the first of those that were refused */
async function backAll(done: readonly Saved[]): Promise<void> {
  const results = await Promise.allSettled(done.map(({ back }) => back()));
  const failed = results.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

type Props = { items: ActionItem[]; select: (selected: ReadonlySet<string>) => void };

/** Takes a step with all selected actions, or changes one field of them, and says which it could not change and why. Those stay selected. */
export function Bulk({ items, select }: Props) {
  const { actions, action, common } = words;
  const [field, setField] = useState<Field | 'step'>('step');
  const [value, setValue] = useState('finish');
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [report, setReport] = useState<Report>();
  const titles: Record<Field | 'step', string> = {
    step: action.next,
    owner: actions.owner,
    due: actions.due,
    priority: actions.priority,
  };
  const asks = field === 'step' && asking.has(value);
  const run = async () => {
    setBusy(true);
    const made = await changeAll(items, (item) =>
      field === 'step' ? stepOf(item, value, text.trim()) : change(item, field, value),
    );
    await refreshActions();
    setBusy(false);
    select(new Set(made.failed.map(({ name }) => name)));
    const { done, changed, failed } = made;
    const told = actions.bulkDone(changed);
    const undo =
      done.length === 0
        ? undefined
        : remember(actions.bulkChange, Promise.resolve({ version: 0, back: () => backAll(done) }));
    if (failed.length === 0) say(told, undo);
    else setReport(made);
  };
  const options =
    field === 'step' ? steps.map((each) => ({ value: each, label: action.steps[each] ?? each })) : priorityOptions('');
  return (
    <>
      {items.length === 0 ? null : (
        <div className={style.bar} role="group" aria-label={actions.bulk}>
          <strong role="status">{actions.selected(items.length)}</strong>
          <Select
            label={actions.bulkField}
            quietLabel
            value={field}
            options={(['step', ...fields] as const).map((each) => ({ value: each, label: titles[each] }))}
            onChange={({ target }) => {
              setField(target.value as Field | 'step');
              setValue(target.value === 'step' ? 'finish' : '');
            }}
          />
          {field === 'step' || field === 'priority' ? (
            <Select
              label={actions.bulkValue}
              quietLabel
              value={value}
              options={options}
              onChange={({ target }) => setValue(target.value)}
            />
          ) : (
            <TextField
              label={actions.bulkValue}
              quietLabel
              type={field === 'due' ? 'date' : 'text'}
              list={field === 'owner' ? 'action-people' : undefined}
              value={value}
              onChange={({ target }) => setValue(target.value)}
            />
          )}
          {asks ? (
            <TextField
              label={value === 'verify' ? action.proofText : action.reason}
              placeholder={value === 'verify' ? action.proofText : action.reason}
              quietLabel
              value={text}
              maxLength={2000}
              onChange={({ target }) => setText(target.value)}
            />
          ) : null}
          <Button look="main" busy={busy} disabled={asks && text.trim() === ''} onClick={() => void run()}>
            {actions.apply(items.length)}
          </Button>
          <Button look="quiet" onClick={() => select(new Set())}>
            {actions.clearSelection}
          </Button>
        </div>
      )}
      {report === undefined ? null : (
        <Dialog label={actions.bulkTitle} title={actions.bulkTitle} close={() => setReport(undefined)}>
          <p>{actions.bulkFailed(report.changed, report.failed.length)}</p>
          <ul className={style.failed}>
            {report.failed.map(({ name, text: what, reason }) => (
              <li key={name}>
                <strong>{what}</strong> {reason}
              </li>
            ))}
          </ul>
          <Button onClick={() => setReport(undefined)}>{common.close}</Button>
        </Dialog>
      )}
    </>
  );
}
