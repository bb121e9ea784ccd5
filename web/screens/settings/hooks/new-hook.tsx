import { type FormEvent, useState } from 'react';
import type { ListedSource } from '../../../../src/operations/source/list.ts';
import { refresh, useChange } from '../../../api/queries.ts';
import { Button } from '../../../parts/button.tsx';
import { Select } from '../../../parts/field.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { told } from '../../../parts/told.ts';
import { words } from '../../../words/incoming.ts';
import style from '../settings.module.css';
import { HookFields, type Typed } from './hook-fields.tsx';
import { SetUp } from './set-up.tsx';

type Made = { id: string; address?: string };
type Props = { sources: ListedSource[]; done: (made: Made) => void; close: () => void };

/** Asks which system delivers, and makes the address for it. */
export function NewHook({ sources, done, close }: Props) {
  const { hooks } = words;
  const offered = sources
    .filter(({ delivers }) => delivers)
    .toSorted((one, other) => one.title.localeCompare(other.title));
  const [chosen, setChosen] = useState(offered.find(({ name }) => name === 'alertmanager') ?? offered[0]);
  const [typed, setTyped] = useState<Typed>({ name: chosen?.title ?? '', service: '', secret: '' });
  const { attempt, busy, problem } = useChange<Made>('hook.create');
  if (chosen === undefined) return null;
  const choose = (name: string) => {
    const next = offered.find((source) => source.name === name) ?? chosen;
    // A name that nobody wrote follows the source.
    setTyped({ ...typed, secret: '', name: typed.name === chosen.title ? next.title : typed.name });
    setChosen(next);
  };
  const make = async (event: FormEvent) => {
    event.preventDefault();
    const { name, service, secret } = typed;
    const made = await attempt({
      name: name.trim(),
      source: chosen.name,
      ...(service.trim() === '' ? {} : { service: service.trim() }),
      ...(secret === '' ? {} : { secret }),
    });
    await refresh('hook.list');
    if (made !== undefined) done(made);
  };
  return (
    <Panel
      title={hooks.addTitle}
      aside={
        <Button look="quiet" onClick={close}>
          {hooks.back}
        </Button>
      }
    >
      <form className={style.form} onSubmit={(event) => void make(event)}>
        <Select
          label={hooks.system}
          hint={told(chosen.sentence)}
          value={chosen.name}
          options={offered.map(({ name: value, title: label }) => ({ value, label }))}
          onChange={({ target }) => choose(target.value)}
        />
        <HookFields typed={typed} change={setTyped} secret={chosen.secret} />
        {problem === null ? null : <ProblemPanel problem={problem} />}
        <Button type="submit" look="main" busy={busy}>
          {hooks.make}
        </Button>
      </form>
      <details>
        <summary>{hooks.setUp}</summary>
        <SetUp source={chosen} />
      </details>
    </Panel>
  );
}
