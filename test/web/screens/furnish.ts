import { readFileSync } from 'node:fs';
import { follow } from './furnish-following.ts';
import { tellOutside } from './furnish-outside.ts';

/** One request to the API by somebody who may do everything. */
export type Ask = (method: string, path: string, body?: unknown) => Promise<Record<string, unknown>>;

const example = new URL('../../../examples/checkout-outage/postmortem.md', import.meta.url);

const incidents = [
  { title: 'Stale prices on the EU feed', severity: 'HIGH', date: '2026-11-18' },
  { title: 'Login outage after a certificate ran out', severity: 'CRITICAL', date: '2026-11-12' },
  { title: 'Kafka consumer lag of forty minutes', severity: 'MEDIUM', date: '2026-10-30' },
];

/** A template of one section that nobody has to sign. */
export const plainTemplate =
  '---\nname: plain\ntitle: Plain\nrequired: [summary.text]\n---\n# {{incident.title}}\n\n## Summary\n\n{{summary.text}}\n';

/** What is said about the example: a question with an answer, a suggestion, and what is settled. */
async function comment(ask: Ask): Promise<void> {
  const comments = '/incidents/INC-1/comments';
  const about = (quote: string, more: object) => ({ path: 'summary.text', quote, ...more });
  const four = await ask(
    'POST',
    comments,
    about('about four in ten customers', { text: 'Of all, or of those who paid?' }),
  );
  await ask('POST', `${comments}/${String(four['id'])}/replies`, {
    text: 'Of those who **paid**. @Ann Example has the graph.',
  });
  await ask(
    'POST',
    comments,
    about('We rolled back', { replacement: 'The release was rolled back', text: 'Says which.' }),
  );
  const whole = await ask('POST', comments, { text: 'Reads well.' });
  await ask('POST', `${comments}/${String(whole['id'])}/resolve`, {});
}

/** What somebody would change in the example, and leaves to others. */
async function propose(ask: Ask): Promise<void> {
  const entry = { text: 'Pool sizes are reviewed with the load they are for.' };
  const why = 'The alert on connections fired before the release was rolled back.';
  await ask('POST', '/incidents/INC-1/proposals', { operation: 'lessons.add', input: { entry }, why });
}

/** One alert as Alertmanager sends it. */
const alertOf = (alert: string, service: string, minute: number, severity = 'critical') => {
  const labels = { alertname: alert, severity, service };
  const at = `2026-11-20T09:${String(minute).padStart(2, '0')}:00Z`;
  const told = { status: 'firing', labels, annotations: { summary: `${alert} on ${service}` }, startsAt: at };
  return JSON.stringify({
    version: '4',
    groupKey: `${alert} ${minute}`,
    status: 'firing',
    receiver: 'hindcast',
    alerts: [{ ...told, endsAt: '0001-01-01T00:00:00Z', fingerprint: `${alert}-${service}-${minute}` }],
  });
};

/** A hook, with what came to it: alerts, one of them twice, what says nothing, and what nobody signed. */
async function deliver(ask: Ask): Promise<void> {
  const { address } = await ask('POST', '/hooks', { name: 'Alertmanager, production', source: 'alertmanager' });
  const secret = 'a word that both know';
  const signed = await ask('POST', '/hooks', { name: 'GitHub', source: 'github', service: 'checkout', secret });
  const send = async (to: unknown, body: string) => {
    const headers = { 'content-type': 'application/json' };
    await (await fetch(String(to), { method: 'POST', headers, body })).text();
  };
  for (const minute of [1, 2, 3, 4, 5, 6, 7]) await send(address, alertOf('PaymentErrors', 'payments', minute));
  await send(address, alertOf('PaymentErrors', 'payments', 1));
  await send(address, alertOf('DiskAlmostFull', 'search', 12, 'warning'));
  await send(address, '{}');
  await send(signed['address'], '{}');
}

/** A channel, and what goes there: nobody takes it, so it waits, and one was dropped. What it says: Operations is connected to Hindcast. */
async function tell(ask: Ask): Promise<void> {
  const reach = { by: 'signed', url: 'http://127.0.0.1:59998/in' };
  const kinds = ['action.overdue', 'clock.running-out'];
  const { id } = await ask('POST', '/channels', { name: 'Operations', reach, kinds, severities: ['S1', 'S2'] });
  const { notice } = await ask('POST', `/channels/${String(id)}/test`, {});
  await ask('POST', `/notices/${String(notice)}/drop`, {});
  await ask('POST', `/channels/${String(id)}/test`, {});
}

/** Duties of an incident: one of a law that runs, one that is done, and what only people can answer. */
async function oblige(ask: Ask): Promise<void> {
  for (const regime of ['GDPR', 'NIS2', 'PCI DSS'])
    await ask('POST', '/incidents/INC-4/obligations', { entry: { regime, required: 'YES' } });
  const entry = {
    at: '2026-10-30T09:00',
    precision: 'instant',
    zone: 'UTC',
    milestone: 'detected',
    text: 'An alert fired.',
  };
  await ask('POST', '/incidents/INC-4/timeline', { entry });
  const [at, proof] = ['2026-10-30T14:20:00Z', 'Case 4711 of the portal'];
  await ask('POST', '/incidents/INC-4/clocks/nis2-early-warning/settle', { at, proof, seen: 0 });
}

/**
 * Fills an empty server with what the list of screens shows: INC-1 the example (unless there), INC-2 to INC-4, INC-5 published,
 * INC-6 followed up, with those like it behind it, and one that is approved.
 */
export async function furnish(ask: Ask): Promise<void> {
  const { items } = (await ask('GET', '/incidents')) as { items: unknown[] };
  if (items.length === 0) await ask('POST', '/incidents', { markdown: readFileSync(example, 'utf8') });
  await comment(ask);
  await propose(ask);
  for (const { title, severity, date } of incidents) {
    const record = { incident: { title, severity, date }, summary: { text: `${title}.` } };
    await ask('POST', '/incidents', { record });
  }
  await ask('POST', '/templates', { source: plainTemplate });
  const record = {
    incident: { title: 'Uploads failed' },
    summary: { text: 'Uploads failed for an hour. All is well: [our status](https://status.example.org).' },
  };
  await ask('POST', '/incidents', { record, template: 'plain' });
  await ask('POST', '/incidents/INC-5/submit', {});
  await ask('POST', '/incidents/INC-5/approve', {});
  const wishes = { slug: 'plain', publicHosts: ['example.org'] };
  const { sha256, suspects } = await ask('POST', '/incidents/INC-5/publication/preview', wishes);
  const accepted = (suspects as { id: string }[]).map(({ id }) => id);
  await ask('POST', '/incidents/INC-5/publication', { ...wishes, sha256, accepted });
  // Nobody listens there: a try of it shows ECONNREFUSED.
  await ask('POST', '/services', {
    source:
      'name: checkout-api\nprometheus: http://127.0.0.1:59999\nobjective: 99.9\nqueries:\n  availability: avg_over_time(up[$window])\n',
    headers: { Authorization: 'Bearer none' },
  });
  await deliver(ask);
  await follow(ask);
  await tellOutside(ask);
  await tell(ask);
  await oblige(ask);
  await ask('POST', '/incidents/INC-1/evidence?name=notes.txt', 'First alert at 14:02, pool of connections full.');
}
