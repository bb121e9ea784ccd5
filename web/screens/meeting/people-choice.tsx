import { useOperation } from '../../api/queries.ts';
import choices from '../../parts/choices.module.css';
import style from './meeting.module.css';

type Person = { id: string; name: string; disabledAt: string | null };

type Props = { label: string; chosen: ReadonlySet<string>; choose: (chosen: ReadonlySet<string>) => void };

/** People with an account, to be ticked. */
export function PeopleChoice({ label, chosen, choose }: Props) {
  const { data } = useOperation<{ items: Person[] }>('people.list');
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    choose(next);
  };
  return (
    <fieldset className={`${choices.choices} ${style.people}`}>
      <legend>{label}</legend>
      {data?.items
        .filter(({ disabledAt }) => disabledAt === null)
        .map(({ id, name }) => (
          <label key={id} className={choices.choice}>
            <input type="checkbox" checked={chosen.has(id)} onChange={({ target }) => toggle(id, target.checked)} />
            {name}
          </label>
        ))}
    </fieldset>
  );
}
