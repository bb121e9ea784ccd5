import type { z } from 'zod';
import { isInQuery } from '../../src/http/input-of.ts';
import { partSchema } from '../../src/record/field-at.ts';
import type { AnyStored } from '../../src/operations/stored-operation.ts';

/** A value for each parameter of a path: of things that are not there, so that nothing happens to what is. */
const named: Record<string, string> = {
  part: 'summary',
  id: 'none',
  seq: '1',
  number: '1',
  name: 'enterprise',
  person: '00000000-0000-4000-8000-000000000000',
  token: '00000000-0000-4000-8000-000000000000',
  session: '0'.repeat(64),
  passkey: 'none',
  evidence: '00000000-0000-4000-8000-000000000000',
  sha256: '0'.repeat(64),
};

const reason = 'as the test wants it';

/** Input that is valid as far as its form goes: the permission on an incident is asked after that. */
const bodies: Record<string, object> = {
  'record.set': { set: { text: 'x' }, seen: 1 },
  'record.apply': { before: '# A', markdown: '# A', seen: {} },
  'incident.restrict': { visibility: 'restricted', members: ['00000000-0000-4000-8000-000000000000'] },
  'lifecycle.return': { reason },
  'lifecycle.reopen': { reason },
  'signoff.prepare': { role: 'nobody' },
  'signoff.sign': { statement: '{}' },
  'publication.publish': { sha256: '0'.repeat(64) },
  'publication.withdraw': { reason },
  'evidence.retain': { until: '2030-01-01T00:00:00Z' },
  'evidence.release': { reason },
  'claims.add': { entry: { figure: 'duration', text: '1 h' } },
  'claims.import': { entries: [{ figure: 'duration', text: '1 h' }] },
  'custom.add': { entry: { heading: 'A', text: 'b' } },
  'custom.import': { entries: [{ heading: 'A', text: 'b' }] },
};

/** Takes away a field that an entry of this list may lack. */
function change(key: string): object {
  const fields = Object.entries((partSchema(key) as z.ZodObject).shape);
  const [field = 'none'] = fields.find(([, schema]) => (schema as z.ZodType).safeParse(undefined).success) ?? [];
  return { set: { [field]: null }, seen: 1 };
}

const byVerb: Record<string, (key: string) => object> = {
  add: () => ({ entry: {} }),
  import: () => ({ entries: [{}] }),
  change,
};
const queries: Record<string, string> = {
  'version.diff': '?from=1&to=2',
  'evidence.add': '?name=a.txt',
  remove: '?seen=1',
};

/** A request for an operation, on an incident where it is on one. */
export type MatrixRequest = { method: string; path: string; body: object | undefined };

/** True for operations that begin at an incident. */
export const isOnIncident = ({ route }: AnyStored): boolean => route.path.includes('{incident}');

/** The request that asks for an operation without doing harm. */
export function requestFor(operation: AnyStored, incident: string): MatrixRequest {
  const { name, route } = operation;
  const path = route.path.replace(/\{(\w+)\}/g, (_, part: string) =>
    part === 'incident' ? incident : (named[part] ?? 'none'),
  );
  const [noun = '', verb = ''] = name.split('.');
  const isBodiless = isInQuery(operation);
  const query = isBodiless ? (queries[name] ?? queries[verb] ?? '') : '';
  const body = isBodiless
    ? undefined
    : (bodies[name] ?? (route.path.includes('{incident}') ? byVerb[verb]?.(noun) : undefined) ?? {});
  return { method: route.method, path: `${path}${query}`, body };
}
