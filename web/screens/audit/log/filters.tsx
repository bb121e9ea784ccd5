import { type FormEvent, useEffect, useState } from 'react';
import { routes } from 'virtual:operations';
import { Button } from '../../../parts/button.tsx';
import { Select, TextField } from '../../../parts/field.tsx';
import { didText } from '../../../parts/did-text.ts';
import { words } from '../../../words/index.ts';
import style from './log.module.css';
import { usePeople } from './names.ts';
import { isFiltered, type Wish } from './wish.ts';

const own = words.audit.log;

const operations = Object.entries(routes)
  .filter(([, { effect }]) => effect !== 'read')
  .map(([value]) => ({ value, label: `${didText(value)} (${value})` }));

type Props = { wish: Wish; change: (wish: Wish) => void };

/** The incident is looked for when its key was written to the end. */
function IncidentField({ wish, change }: Props) {
  const [text, setText] = useState(wish.incident);
  useEffect(() => setText(wish.incident), [wish.incident]);
  const take = () => {
    if (text.trim() !== wish.incident) change({ ...wish, incident: text.trim() });
  };
  return (
    <TextField
      label={own.incident}
      placeholder={own.incidentHint}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onBlur={take}
    />
  );
}

/** What narrows the log; each change stands in the address at once. */
export function Filters({ wish, change }: Props) {
  const people = usePeople();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const field = event.currentTarget.querySelector('input');
    change({ ...wish, incident: field?.value.trim() ?? '' });
  };
  const set = (name: keyof Wish) => (event: { target: { value: string } }) =>
    change({ ...wish, [name]: event.target.value });
  return (
    <form className={style.filters} role="search" aria-label={own.filters} onSubmit={submit}>
      <IncidentField wish={wish} change={change} />
      <Select
        label={own.actor}
        value={wish.actor}
        onChange={set('actor')}
        options={[
          { value: '', label: own.anybody },
          { value: 'system', label: own.system },
          ...people.map(({ actor, name }) => ({ value: actor, label: name })),
        ]}
      />
      <Select
        label={own.operation}
        value={wish.operation}
        onChange={set('operation')}
        options={[{ value: '', label: own.anything }, ...operations]}
      />
      <TextField label={own.since} type="date" value={wish.since} onChange={set('since')} />
      <TextField label={own.until} type="date" value={wish.until} onChange={set('until')} />
      {isFiltered(wish) ? (
        <Button onClick={() => change({ incident: '', actor: '', operation: '', since: '', until: '' })}>
          {own.clear}
        </Button>
      ) : null}
    </form>
  );
}
