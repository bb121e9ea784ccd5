import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RecordSchema } from '../../../src/record/record.ts';
import { browsing } from '../browse.ts';
import { settled } from '../screens/furnished.ts';
import { screenList } from '../screens/screen-list.ts';
import { plainTemplate } from '../screens/furnish.ts';
import { exportFaults } from './exports.ts';
import { hostileRecord, payloads } from './record.ts';
import { provoke, watch } from './watch.ts';

const found = await browsing();
const skip = 'reason' in found ? found.reason : false;
const limit = { skip, timeout: 600_000 };
const templates = ['enterprise', 'invariants', 'slo-service', 'agent-ops', 'trading-desk'];
const name = payloads[0] ?? '';

/** A server where everything that somebody could name is named hostilely: INC-1 to INC-5, one in each template; INC-5 published. */
async function hostileServer() {
  if ('reason' in found) throw new Error(found.reason);
  const { server } = found;
  const owner = await server.person('owner', name);
  const ask = async (method: string, path: string, body?: unknown, type = 'application/json') => {
    const answer = await owner.call(method, path, body, { 'content-type': type });
    assert.ok(answer.status < 300, `${method} ${path}: ${answer.text.slice(0, 500)}`);
    return answer.json;
  };
  const record = hostileRecord();
  for (const template of templates.slice(0, 4)) await ask('POST', '/incidents', { record, template });
  const heads = payloads.slice(0, 6).map((payload) => `## ${payload.replaceAll(/[{}]/g, '')}\n\n{{lessons.text}}`);
  const source = `${plainTemplate.replace('title: Plain', `title: ${JSON.stringify(payloads[1])}`)}\n${heads[0]}\n`;
  await ask('POST', '/templates', { source });
  await ask('POST', '/incidents', {
    record: { incident: record['incident'], summary: record['summary'] },
    template: 'plain',
  });
  for (const [index, payload] of payloads.entries())
    await ask(
      'POST',
      `/incidents/INC-1/evidence?${new URLSearchParams({ name: payload.slice(0, 190), note: payload })}`,
      payload + index,
      'text/plain',
    );
  await ask('POST', '/tokens', { name: payloads[1], role: 'viewer', scopes: ['incident.see'], days: 3 });
  await ask('POST', '/people', { email: 'x@example.org', name: payloads[4], role: 'viewer' });
  return { ...found, owner, ask };
}
const made = skip === false ? await hostileServer() : undefined;

test('the record of these tests is one that the server takes, with a payload in every text', { skip }, () => {
  const record = hostileRecord();
  assert.ok(RecordSchema.safeParse(record).success);
  const texts = JSON.stringify(record).match(/hurt|evil|passwd|proto/g) ?? [];
  assert.ok(texts.length > 500, `${texts.length}`);
});

test('hostile content in every field, name and file runs nothing on any screen or page', limit, async () => {
  if (made === undefined) return;
  const { owner, origin, as } = made;
  const { page } = await as(owner);
  const { faults } = await watch(page, origin);
  const wrong: string[] = [];
  const all = screenList.filter(
    ({ before, reach, open }) => before === undefined && reach === undefined && open !== true,
  );
  const more = templates
    .slice(0, 4)
    .flatMap((_, index) =>
      ['', '/review', '/history', '/evidence'].map((part) => `/incidents/INC-${index + 1}${part}`),
    );
  const asked = encodeURIComponent(payloads.join(' ').slice(0, 300));
  const addresses = [
    ...all.map(({ address }) => address),
    ...more,
    ...['INC-2', 'INC-3', 'INC-4', 'INC-5'].map((key) => `/read/${key}`),
    ...[
      '/search?words=',
      '/actions?words=',
      '/incidents?words=',
      '/actions?owner=',
      '/audit?incident=',
      '/audit?operation=',
      '/incidents?severity=',
      '/incidents?status=',
    ].map((start) => start + asked),
    `/incidents/${asked}`,
    `/templates/${asked}`,
    `/settings/${asked}`,
    `/read/${asked}`,
    `/no/${asked}`,
  ];
  for (const address of addresses) {
    await page.goto(origin + address);
    await settled(page);
    wrong.push(...(await provoke(page)).map((each) => `${address.slice(0, 60)}: ${each}`));
  }
  assert.deepEqual(wrong, []);
  assert.deepEqual(faults, []);
});

test('hostile content runs nothing while it is edited, previewed and looked up', limit, async () => {
  if (made === undefined) return;
  const { owner, origin, as } = made;
  const { page } = await as(owner);
  page.setDefaultTimeout(30_000);
  const { faults } = await watch(page, origin);
  await page.goto(`${origin}/incidents/INC-1`);
  await settled(page);
  const texts = page.getByRole('button', { name: /^(?:Edit|Write) / });
  for (const index of [0, 1, 2]) {
    await texts.nth(index).focus();
    await page.keyboard.press('Enter');
    await page.locator('.cm-content').first().waitFor();
    await page.keyboard.type(' @');
    await page.waitForTimeout(150);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  }
  await page.locator('[data-path^="timeline["] [data-column="2"]').first().click();
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: /^Time to|^Duration/ })
    .first()
    .click();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('img');
  await settled(page);
  await page.keyboard.press('Escape');
  assert.deepEqual(await provoke(page), []);
  await page.goto(`${origin}/incidents/INC-1/evidence`);
  await page
    .getByRole('button', { name: /^Preview of/ })
    .first()
    .waitFor();
  for (const preview of (await page.getByRole('button', { name: /^Preview of/ }).all()).slice(0, 4))
    await preview.click();
  await settled(page);
  assert.deepEqual(await provoke(page), []);
  await page.goto(`${origin}/audit`);
  for (const entry of (await page.locator('button[aria-expanded]').all()).slice(0, 4)) await entry.click();
  await settled(page);
  assert.deepEqual(await provoke(page), []);
  assert.deepEqual(faults, []);
});

test('documents that are taken along run nothing either: HTML without its policy, PDF, Word', limit, async () => {
  if (made === undefined) return;
  const { owner, origin, as } = made;
  const { page } = await as(owner);
  const wrong: string[] = [];
  for (const [index, template] of templates.slice(0, 4).entries())
    for (const format of ['html', 'pdf', 'docx']) {
      const address = `${origin}/api/v1/incidents/INC-${index + 1}/document?format=${format}&template=${template}`;
      const answer = Buffer.from(await (await fetch(address, { headers: owner.credentials })).arrayBuffer());
      wrong.push(...(await exportFaults(page, format, answer)).map((each) => `${template} ${format}: ${each}`));
    }
  assert.deepEqual(wrong, []);
});
