import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOnIncident, requestFor } from '../../test/server/matrix-requests.ts';
import {
  anywhere,
  type CallerName,
  callers,
  onIncidents,
  permissionOf,
  type PlaceName,
  places,
} from '../../test/server/permission-table.ts';
import { type Answer, type Caller, testServer } from '../../test/server/server.ts';
import { permissions } from '../operations/access/permissions.ts';
import { storedOperations } from '../operations/stored.ts';
import type { AnyStored } from '../operations/stored-operation.ts';
import type { PersonRole } from '../store/tables.ts';
import { defaultAccess } from './access-settings.ts';

const server = await testServer({ access: { ...defaultAccess, requestsPerMinute: 100_000_000 } });
const { database } = server.around;

const who = new Map<CallerName, Caller>();
for (const name of callers) {
  const role = name.replace('t-', '');
  const made = name.startsWith('t-')
    ? await server.token(role as 'admin' | 'editor' | 'viewer')
    : await server.person(role as PersonRole);
  who.set(name, made);
}
const caller = (name: CallerName) => who.get(name) as Caller;

/** What each place's incident is set to before it is asked for. */
const states: Record<PlaceName, { status: string; visibility: string }> = {
  internal: { status: 'draft', visibility: 'internal' },
  restricted: { status: 'draft', visibility: 'restricted' },
  member: { status: 'draft', visibility: 'restricted' },
  published: { status: 'published', visibility: 'published' },
  archived: { status: 'archived', visibility: 'internal' },
};
const incidents = new Map<PlaceName, string>();
for (const place of places) {
  const { json } = await caller('owner').call('POST', '/incidents', { title: place });
  incidents.set(place, (json as unknown as { id: string }).id);
}
for (const { personId } of who.values())
  await database.query({
    text: `insert into incident_member (incident_id, person_id, number, created_at, status)
      select id, $2, number, created_at, status from incident where id = $1`,
    values: [incidents.get('member'), personId],
  });

async function reset(place: PlaceName): Promise<void> {
  const { status, visibility } = states[place];
  const text = 'update incident set status = $2, visibility = $3 where id = $1';
  await database.query({ text, values: [incidents.get(place), status, visibility] });
}

/** Said before anybody asks for the permission on an incident. */
const undecided = ['input.invalid', 'record.unknown-field', 'record.invalid-value'];
const refusals = ['access.unknown', 'access.denied', 'incident.not-found'];
const codeOf = ({ json }: Answer): string => String(json['code'] ?? '');
async function ask(by: Caller, operation: AnyStored, place: PlaceName): Promise<string> {
  const { method, path, body } = requestFor(operation, incidents.get(place) ?? '');
  const answer = await by.call(method, path, body);
  assert.ok(answer.status < 500, `${operation.name}: ${answer.status} ${answer.text}`);
  const isUndecided = isOnIncident(operation) && undecided.includes(codeOf(answer));
  if (isUndecided) return `undecided, as the matrix gives no valid input (${answer.json['title']})`;
  return refusals.includes(codeOf(answer)) ? codeOf(answer) : 'allowed';
}

function expected(permission: string, name: CallerName, place: PlaceName): string {
  const sets = onIncidents[permission];
  const allowed = sets === undefined ? anywhere[permission] : sets[place];
  if (allowed?.split(' ').includes(name) === true) return 'allowed';
  const sees = sets === undefined || onIncidents['incident.see']?.[place].split(' ').includes(name) === true;
  return sees ? 'access.denied' : 'incident.not-found';
}

/** Operations that may move an incident on: these are asked one after another, from the same state. */
const moves = (operation: AnyStored) =>
  /^(?:lifecycle|publication)\./.test(operation.name) && operation.effect !== 'read';

test('the table knows every permission, and no other', () => {
  const known = [...Object.keys(onIncidents), ...Object.keys(anywhere)];
  assert.deepEqual(known.toSorted(), Object.keys(permissions).toSorted());
});

for (const place of places) {
  test(`each operation is done or refused for each role, by person and by token: ${place}`, async () => {
    await reset(place);
    const wrong: string[] = [];
    const asked = storedOperations.filter((operation) => isOnIncident(operation) || place === 'internal');
    const check = async (operation: AnyStored) => {
      const permission = permissionOf(operation.name);
      for (const name of callers) {
        if (moves(operation)) await reset(place);
        const is = await ask(caller(name), operation, place);
        const wanted = expected(permission, name, place);
        if (is !== wanted) wrong.push(`${operation.name} by ${name}: ${is}, not ${wanted}`);
      }
    };
    await Promise.all(asked.filter((operation) => !moves(operation)).map(check));
    for (const operation of asked.filter(moves)) await check(operation);
    assert.deepEqual(wrong, []);
  });
}

test('a list shows a restricted incident to those only who see it', async () => {
  for (const place of places) await reset(place);
  for (const name of callers) {
    const { json } = await caller(name).call('GET', '/incidents?limit=200');
    const shown = (json as unknown as { items: { id: string }[] }).items.map(({ id }) => id);
    for (const place of places) {
      const sees = onIncidents['incident.see']?.[place].split(' ').includes(name) === true;
      assert.equal(shown.includes(incidents.get(place) ?? ''), sees, `${place} to ${name}`);
    }
  }
});
