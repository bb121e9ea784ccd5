import { type FormEvent, useId, useState } from 'react';
import type { TemplateSummary } from '../../../src/operations/template/list.ts';
import type { Problem } from '../../api/problem.ts';
import { useOperation } from '../../api/queries.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Select, TextField } from '../../parts/field.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { words } from '../../words/incoming.ts';
import style from './signals.module.css';

type Props = {
  count: number;
  /** What the incident may be called. */
  name: string;
  busy: boolean;
  problem: Problem | undefined;
  open: (input: { title: string; template?: string }) => void;
  close: () => void;
};

/** Asks what the incident is called that begins with the selected signals. */
export function OpenDialog({ count, name, busy, problem, open, close }: Props) {
  const { signals } = words;
  const form = useId();
  const [title, setTitle] = useState(name);
  const [template, setTemplate] = useState('');
  const { data: templates = [] } = useOperation<TemplateSummary[]>('template.list');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open({ title: title.trim(), ...(template === '' ? {} : { template }) });
  };
  return (
    <Dialog
      label={signals.openTitle(count)}
      title={signals.openTitle(count)}
      close={close}
      foot={
        <Button look="main" type="submit" form={form} busy={busy}>
          {signals.openNow}
        </Button>
      }
    >
      <form id={form} className={style.form} onSubmit={submit}>
        <p>{signals.openText}</p>
        <TextField
          label={signals.incidentTitle}
          required
          maxLength={300}
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
        <Select
          label={signals.template}
          value={template}
          options={[
            { value: '', label: signals.usual },
            ...templates.map(({ name: value, title: label }) => ({ value, label })),
          ]}
          onChange={({ target }) => setTemplate(target.value)}
        />
        {problem === undefined ? null : <ProblemPanel problem={problem} />}
      </form>
    </Dialog>
  );
}
