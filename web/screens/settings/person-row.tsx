import { type ReactNode, useState } from 'react';
import type { Person } from '../../../src/operations/people/load.ts';
import { start } from '../../api/start.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Select } from '../../parts/field.tsx';
import { words } from '../../words/index.ts';
import { act } from './act.ts';
import { roleOptions } from './role-options.ts';
import style from './settings.module.css';

function Disable({ person, close }: { person: Person; close: () => void }) {
  const { people } = words.settings;
  const title = people.disableTitle(person.name);
  const run = async () => {
    await act('people.disable', { person: person.id }, people.isDisabled(person.name), 'people.list');
    close();
  };
  return (
    <Dialog
      label={title}
      title={title}
      close={close}
      foot={
        <Button look="danger" onClick={() => void run()}>
          {people.disable}
        </Button>
      }
    >
      <p>{people.disableText}</p>
    </Dialog>
  );
}

/** One person: role, and whether they may sign in. Admins look after everybody but owners. */
export function PersonRow({ person, since }: { person: Person; since: ReactNode }) {
  const { people, roles } = words.settings;
  const { id, name, email, role, version, disabledAt } = person;
  const [asks, setAsks] = useState(false);
  const may = role !== 'owner' || start.me.role === 'owner';
  return (
    <tr className={disabledAt === null ? '' : style.gone}>
      <td>
        {name} {id === start.me.id ? <Chip tone="accent">{people.you}</Chip> : null}
        {disabledAt === null ? null : <Chip>{people.disabled}</Chip>}
      </td>
      <td>{email}</td>
      <td>
        {may && disabledAt === null ? (
          <Select
            label={people.roleOf(name)}
            quietLabel
            value={role}
            options={roleOptions()}
            onChange={({ target }) => {
              const next = target.value as Person['role'];
              const input = { person: id, role: next, seen: version };
              void act('people.change', input, people.changed(name, roles[next]), 'people.list');
            }}
          />
        ) : (
          roles[role]
        )}
      </td>
      <td data-column={people.since}>{since}</td>
      <td>
        {!may || id === start.me.id ? null : disabledAt === null ? (
          <Button look="quiet" aria-label={people.disableLabel(name)} onClick={() => setAsks(true)}>
            {people.disable}
          </Button>
        ) : (
          <Button
            look="quiet"
            aria-label={people.enableLabel(name)}
            onClick={() => void act('people.enable', { person: id }, people.isEnabled(name), 'people.list')}
          >
            {people.enable}
          </Button>
        )}
        {asks ? <Disable person={person} close={() => setAsks(false)} /> : null}
      </td>
    </tr>
  );
}
