import type { z } from 'zod';
import { isInQuery } from '../../src/operations/is-in-query.ts';
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
  comment: '00000000-0000-4000-8000-000000000000',
  evidence: '00000000-0000-4000-8000-000000000000',
  proposal: '00000000-0000-4000-8000-000000000000',
  sha256: '0'.repeat(64),
  hook: '00000000-0000-4000-8000-000000000000',
  delivery: '1',
  signal: '00000000-0000-4000-8000-000000000000',
  service: 'none',
  subscription: '00000000-0000-4000-8000-000000000000',
  tracker: 'none',
  link: '00000000-0000-4000-8000-000000000000',
  rung: 'none',
  clock: 'gdpr-33',
  channel: '00000000-0000-4000-8000-000000000000',
  notice: '00000000-0000-4000-8000-000000000000',
};

const reason = 'as the test wants it';

/** Input that is valid as far as its form goes: the permission on an incident is asked after that. */
const bodies: Record<string, object> = {
  'record.set': { set: { text: 'x' }, seen: 1 },
  'record.apply': { before: '# A', markdown: '# A', seen: {} },
  'incident.restrict': { visibility: 'restricted', members: ['00000000-0000-4000-8000-000000000000'] },
  'comment.add': { text: 'Why?' },
  'hook.create': { name: 'Alerts', source: 'none' },
  'hook.change': { seen: 1 },
  'channel.create': { name: 'Operations', reach: { by: 'webhook', url: 'none' } },
  'channel.change': { seen: 1 },
  'preference.change': { value: {}, seen: 99 },
  'signal.open': { signals: ['00000000-0000-4000-8000-000000000000'] },
  'signal.ignore': { signals: ['00000000-0000-4000-8000-000000000000'] },
  'rules.try': { text: 'rules: []' },
  'signal.join': { signals: ['00000000-0000-4000-8000-000000000000'] },
  'clock.apply': { applies: true, reason, seen: 0 },
  'clock.begin': { at: '2026-11-20T10:00:00Z', reason, seen: 0 },
  'clock.settle': { at: '2026-11-20T10:00:00Z', proof: 'x', seen: 0 },
  'clock.reopen': { what: 'done', seen: 0 },
  'clock.try': { text: 'rules: []' },
  'tracker.create': {
    name: 'Work',
    kind: 'github',
    project: 'a/b',
    token: 'x',
    hook: '00000000-0000-4000-8000-000000000000',
  },
  'tracker.change': { seen: 1 },
  'tracker.test': { tracker: 'none' },
  'action.send-to-tracker': { tracker: 'none' },
  'action.link': { tracker: 'none', issue: '1' },
  'link.resolve': { field: 'due', keep: 'ours', ours: null, theirs: null },
  'service.add': { source: '{}' },
  'service.change': { seen: 1 },
  'service.remove': { seen: 1 },
  'service.test': { source: '{}' },
  'signal.leave': { signals: ['00000000-0000-4000-8000-000000000000'] },
  'review.move': { day: '2030-01-01', reason, seen: 0 },
  'review.hold': { answers: { verdict: 'worked', decision: reason } },
  'meeting.plan': { startsAt: '2030-01-01T09:00:00Z', minutes: 45, seen: 0 },
  'meeting.cancel': { seen: 1 },
  'meeting.tick': { item: 'none', ticked: true },
  'poll.open': { people: [] },
  'poll.ballot': { blinded: 'AAAA' },
  'comment.reply': { text: 'Because.' },
  'comment.edit': { text: 'Why then?' },
  'steps.record': { steps: [{ key: 'a', step: {} }] },
  'proposal.make': { operation: 'record.set', input: { part: 'summary', set: { text: 'x' }, seen: 0 }, why: reason },
  'incident.use-template': { template: 'enterprise' },
  'action.verify': { proof: { kind: 'note', text: reason } },
  'action.decline': { reason },
  'action.assign': { owner: 'nobody' },
  'lifecycle.return': { reason },
  'lifecycle.reopen': { reason },
  'signoff.prepare': { role: 'nobody' },
  'signoff.sign': { statement: '{}' },
  'publication.publish': { sha256: '0'.repeat(64) },
  'publication.withdraw': { reason },
  'announcement.send': { stage: 'initial', subject: 'a', text: 'b' },
  'status.withdraw': { reason },
  'subscription.add': { url: 'none' },
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
  move: () => ({ after: '' }),
};
const queries: Record<string, string> = {
  'version.diff': '?from=1&to=2',
  'evidence.add': '?name=a.txt',
  'insight.report': '?quarter=2026Q3',
  'comment.remove': '',
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
