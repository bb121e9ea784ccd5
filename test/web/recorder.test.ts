import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownFolder } from '../run-cli.ts';
import { recorded, startSession } from '../recorder/session.ts';
import { browsing } from './browse.ts';

const browse = await browsing();
const skip = 'reason' in browse ? browse.reason : false;

test(
  'what an agent does under the recorder appears in the document that somebody has open',
  { skip },
  async (context) => {
    assert.ok(!('reason' in browse));
    const ann = await browse.server.person('editor', 'Ann Field');
    const agent = await browse.server.token('editor');
    const made = await ann.call('POST', '/incidents', { title: 'Checkout rejects orders', template: 'agent-ops' });
    const incident = `INC-${made.json['number']}`;
    const { page } = await browse.as(ann);
    await page.goto(`${browse.origin}/incidents/${incident}`);
    await page.getByRole('heading', { name: 'Checkout rejects orders' }).first().waitFor();
    const token = (agent.credentials['authorization'] ?? '').replace('Bearer ', '');
    const env = { HINDCAST_URL: browse.origin, HINDCAST_TOKEN: token, HINDCAST_SPOOL: ownFolder(context) };
    const { client } = await startSession(recorded(incident), { era: '2026', env });
    context.after(() => client.close());
    await client.listTools();
    await client.callTool({ name: 'scale', arguments: { deployment: 'checkout', replicas: 6 } });
    await client.callTool({ name: 'drop', arguments: { table: 'carts' } });
    // The session is still open: steps come while it goes on.
    const patience = { timeout: 30_000 };
    await page.getByText('Scale a deployment: deployment=checkout, replicas=6').first().waitFor(patience);
    await page
      .getByText(/^ok after .* \(a person confirmed\): dropped carts$/)
      .first()
      .waitFor(patience);
  },
);
