import type { Occasion } from '../../occasions/index.ts';
import type { PersonRole } from '../../store/tables.ts';
import { may } from '../access/permissions.ts';
import { ownerMatch } from '../home/owner-match.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { Followed } from './subjects.ts';

type Person = { id: string; name: string; email: string; role: PersonRole };

/** Somebody who is told. */
export type Recipient = { id: string; name: string };

/** Roles of an incident that lead it, the first that somebody has. */
const leading = [/\bcommander\b/i, /\bmanager\b/i, /\blead(?:er)?\b/i];

/** Texts that name who leads an incident: its commander, else the owner of its document. */
function leadsOf({ subject: { record } }: Followed): string[] {
  const roles = record.roles ?? [];
  const named = leading.map((role) => roles.filter((one) => role.test(one.role ?? '')).map(({ name }) => name ?? ''));
  return [...named.flat(), record.document?.owner ?? ''].filter((text) => text.trim() !== '');
}

/**
 * Who is told of an occasion: the people that its texts name, else the lead of the incident, else who wrote it down. Who may not see an
 * incident is told nothing about it.
 */
export async function recipientsOf(
  { database }: Pick<StoredContext, 'database'>,
  incidents: readonly Followed[],
): Promise<(incident: Followed, occasion: Occasion) => Recipient[]> {
  const restricted = incidents.filter(({ visibility }) => visibility === 'restricted').map(({ id }) => id);
  const [people, members] = await Promise.all([
    database.kysely
      .selectFrom('person')
      .select(['id', 'name', 'email', 'role'])
      .where('disabled_at', 'is', null)
      .execute(),
    restricted.length === 0
      ? []
      : database.kysely.selectFrom('incident_member').selectAll().where('incident_id', 'in', restricted).execute(),
  ]);
  const named = new Map<string, Person[]>();
  const matches = people.map((person) => ({ person, match: ownerMatch(person) }));
  const peopleNamed = (text: string): Person[] => {
    const found =
      named.get(text) ?? matches.filter(({ match }) => match(text) !== undefined).map(({ person }) => person);
    named.set(text, found);
    return found;
  };
  const sees = ({ id, role }: Person, incident: Followed): boolean => {
    const member = members.some(({ incident_id: of, person_id: who }) => of === incident.id && who === id);
    return may({ kind: 'person', id, name: '', role }, 'incident.see', { visibility: incident.visibility, member });
  };
  return (incident, { to }) => {
    const author = people.filter(({ id }) => incident.createdBy === `person:${id}`);
    const [lead] = leadsOf(incident)
      .map(peopleNamed)
      .filter((found) => found.some((one) => sees(one, incident)));
    const groups = [to.flatMap(peopleNamed), lead ?? [], author];
    const told = groups.map((group) => group.filter((one) => sees(one, incident))).find((group) => group.length > 0);
    return [...new Set(told)];
  };
}
