import { useState } from 'react';
import type { Person } from '../../../src/operations/people/load.ts';
import { useOperation } from '../../api/queries.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Table } from '../../parts/table.tsx';
import { words } from '../../words/index.ts';
import { Invite } from './invite.tsx';
import { PersonRow } from './person-row.tsx';
import style from './settings.module.css';

/** Everybody who may sign in, or might once. */
export function People() {
  const { people, parts, actionsColumn } = words.settings;
  const answer = useOperation<{ items: Person[] }>('people.list');
  const [asks, setAsks] = useState(false);
  return (
    <Panel
      title={parts.people}
      aside={
        <Button look="main" onClick={() => setAsks(true)}>
          {people.invite}
        </Button>
      }
    >
      <Answered of={answer}>
        {({ items }) => (
          <>
            <Table
              stacks
              columns={[people.column, people.email, people.role, people.since]}
              quietColumn={actionsColumn}
            >
              {items.map((person) => (
                <PersonRow key={person.id} person={person} since={<Moment at={person.createdAt} only="day" />} />
              ))}
            </Table>
            <p className={style.quiet}>{people.count(items.length)}</p>
          </>
        )}
      </Answered>
      {asks ? <Invite close={() => setAsks(false)} /> : null}
    </Panel>
  );
}
