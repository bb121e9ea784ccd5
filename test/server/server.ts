import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { after } from 'node:test';
import type { Hono } from 'hono';
import pino from 'pino';
import { createApp } from '../../src/http/app.ts';
import { openFeed } from '../../src/http/feed/feed.ts';
import type { Surroundings } from '../../src/http/surroundings.ts';
import { defaultConfig } from '../../src/operations/config.ts';
import { permissions } from '../../src/operations/access/permissions.ts';
import { openEvidenceStore } from '../../src/store/evidence/index.ts';
import type { PersonRole } from '../../src/store/tables.ts';
import { builtinTemplates } from '../../src/templates/index.ts';
import { testDatabase } from './database.ts';

/** What a response was, with its JSON where it has any. */
export type Answer = { status: number; headers: Headers; text: string; json: Record<string, never> };

/** Somebody who can call: by a session as people do, or by a token as programs do. */
export type Caller = {
  personId: string;
  /** The headers they are known by. */
  credentials: Record<string, string>;
  call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
};

/** A whole server without a port, on a database of its own. */
export type TestServer = {
  app: Hono;
  around: Surroundings;
  /** A new person of that role, signed in. */
  person: (role: PersonRole, name?: string) => Promise<Caller>;
  /** A new token of a new person of that role, with all scopes or the ones named. */
  token: (role: 'admin' | 'editor' | 'viewer', scopes?: string[]) => Promise<Caller>;
};

const origin = 'http://localhost';
const hourAfter = (now: string) => new Date(Date.parse(now) + 3_600_000).toISOString();
const hashOf = (secret: string) => createHash('sha256').update(secret).digest();

/** Starts a server for the tests of one file, at its top. `over` replaces parts of what it stands on. */
export async function testServer(over: Partial<Surroundings> = {}): Promise<TestServer> {
  const database = over.database ?? (await testDatabase()).database;
  const folder = await mkdtemp('/tmp/hindcast-evidence-');
  after(() => rm(folder, { recursive: true, force: true }));
  const log = pino({ level: 'silent' });
  const feed = openFeed(database, log);
  after(() => feed.close());
  const around: Surroundings = {
    database,
    evidence: openEvidenceStore(undefined, folder),
    config: defaultConfig,
    templates: async () => builtinTemplates(),
    origin,
    feed,
    log,
    now: () => new Date().toISOString(),
    ...over,
  };
  const app = createApp(around);
  const caller = (personId: string, credentials: Record<string, string>): Caller => ({
    personId,
    credentials,
    call: async (method, path, body, headers = {}) => {
      const response = await app.request(path.startsWith('/api') ? path : `/api/v1${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...credentials, ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
      return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : {} };
    },
  });
  const newPerson = async (role: PersonRole, name: string): Promise<string> => {
    const id = randomUUID();
    const row = { id, email: `${id}@example.org`, name, role, created_at: around.now() };
    await database.kysely.insertInto('person').values(row).execute();
    return id;
  };
  return {
    app,
    around,
    person: async (role, name = `${role} one`) => {
      const id = await newPerson(role, name);
      const secret = randomBytes(24).toString('base64url');
      const at = around.now();
      await database.kysely
        .insertInto('session')
        .values({
          hash: hashOf(secret),
          person_id: id,
          via: 'email-link',
          created_at: at,
          expires_at: hourAfter(around.now()),
          last_seen_at: at,
        })
        .execute();
      return caller(id, { cookie: `hindcast=${secret}`, origin: around.origin, 'sec-fetch-site': 'same-origin' });
    },
    token: async (role, scopes = Object.keys(permissions)) => {
      const id = await newPerson('owner', 'maker of tokens');
      const secret = `hct_${randomBytes(24).toString('base64url')}`;
      const row = { id: randomUUID(), hash: hashOf(secret), name: 'a token', person_id: id, role, scopes };
      await database.kysely
        .insertInto('token')
        .values({ ...row, created_at: around.now(), expires_at: hourAfter(around.now()) })
        .execute();
      return caller(id, { authorization: `Bearer ${secret}` });
    },
  };
}
