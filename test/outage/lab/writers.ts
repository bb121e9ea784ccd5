import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { permissions } from '../../../src/operations/access/permissions.ts';
import type { Writer } from './load.ts';

/** Makes a person with a token, and an incident in their name, for each writer; writer `index` reaches the server at `url(index)`. */
export async function makeWriters(
  client: pg.ClientBase,
  count: number,
  url: (index: number) => string,
): Promise<Writer[]> {
  const writers: Writer[] = [];
  for (let index = 0; index < count; index += 1) {
    const [person, token, incident] = [randomUUID(), `hct_${randomBytes(24).toString('base64url')}`, randomUUID()];
    await client.query(
      `insert into person (id, email, name, role, created_at) values ($1, $2, 'a writer', 'owner', now())`,
      [person, `${person}@example.org`],
    );
    await client.query(
      `insert into token (id, hash, name, person_id, role, scopes, created_at, expires_at)
        values ($1, $2, 'a token', $3, 'editor', $4, now(), now() + interval '1 day')`,
      [randomUUID(), createHash('sha256').update(token).digest(), person, Object.keys(permissions)],
    );
    await client.query(
      `insert into incident (id, template, created_at, created_by) values ($1, 'enterprise', now(), $2)`,
      [incident, `person:${person}`],
    );
    writers.push({ incident, token, url: () => url(index) });
  }
  return writers;
}
