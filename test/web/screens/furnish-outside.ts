import type { Ask } from './furnish.ts';

/** The status page, on, with what is open and what was, and an approved incident that waits to be published. */
export async function tellOutside(ask: Ask): Promise<void> {
  // Nobody answers there: what is sent waits, and the screens say so.
  const place = { kind: 'github', address: 'http://127.0.0.1:9', project: 'acme/follow-up', token: 'none' };
  await ask('POST', '/trackers', { name: 'Work', ...place, accounts: { 'Ann Example': 'ann' } });
  const set = (name: string, value: unknown) => ask('PATCH', `/settings/${name}`, { value, seen: 0 });
  await set('status.on', true);
  await set('status.title', 'Shop status');
  await set('status.intro', 'How our services are, for everybody who uses them.');
  await set('status.components', [{ name: 'Checkout', description: 'Carts and payments' }, { name: 'Search' }]);
  await set('announcements.lists', [{ name: 'Partners', addresses: ['ann@example.org', 'ben@example.org'] }]);
  const say = async (incident: string, stage: string, message: object, page: object) => {
    const { suspects } = (await ask('POST', `/incidents/${incident}/announcements/preview`, message)) as {
      suspects: { id: string }[];
    };
    const accepted = suspects.map(({ id }) => id);
    const statusPage = { impact: 'major', ...page };
    await ask('POST', `/incidents/${incident}/announcements`, { stage, ...message, accepted, statusPage });
  };
  const login = { subject: 'Signing in fails', text: 'Nobody can sign in since noon.' };
  await say('INC-3', 'initial', login, { status: 'investigating', components: { Checkout: 'major_outage' } });
  const works = { subject: 'Signing in fails', text: 'Everybody can sign in again.' };
  await say('INC-3', 'resolved', works, { status: 'resolved', components: { Checkout: 'operational' } });
  const lag = { subject: 'Search shows old results', text: 'New things are found up to an hour late.' };
  const slow = { status: 'identified', impact: 'minor', components: { Search: 'degraded_performance' } };
  await say('INC-4', 'initial', lag, slow);
  const record = {
    incident: { title: 'Invoices were late' },
    summary: {
      text: 'Jane Miller saw it first; Initech and Hooli waited for invoices. Ann Example restarted db-prod-03.',
    },
  };
  const { key } = await ask('POST', '/incidents', { record, template: 'plain' });
  await ask('POST', `/incidents/${String(key)}/submit`, {});
  await ask('POST', `/incidents/${String(key)}/approve`, {});
}
