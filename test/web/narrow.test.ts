import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectAccessible } from './axe.ts';
import { browsing } from './browse.ts';

const browser = await browsing();
const skip = 'reason' in browser ? browser.reason : false;
const limit = { skip, timeout: 60_000 };
const started = () => {
  if ('reason' in browser) throw new Error(browser.reason);
  return browser;
};

test(
  'every place is reached on a narrow screen; those seldom needed from a list that opens and closes',
  limit,
  async () => {
    const { as, server, origin } = started();
    const { page, context } = await as(await server.person('owner', 'Ann Example'), { width: 360, height: 740 });
    await page.goto(origin);
    const navigation = page.getByRole('navigation', { name: 'Main' });
    for (const name of ['Home', 'Incidents', 'Actions', 'Search', 'More']) {
      const box = await navigation.getByText(name, { exact: true }).boundingBox();
      assert.ok(box !== null && box.x >= 0 && box.x + box.width <= 360, `${name} is cut off`);
    }
    const audit = navigation.getByRole('link', { name: 'Audit' });
    assert.equal(await audit.isVisible(), false);
    const more = navigation.getByRole('button', { name: 'More' });
    await more.click();
    await audit.waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await audit.waitFor({ state: 'hidden' });
    await more.click();
    await audit.click();
    await page.getByRole('heading', { level: 1, name: 'Audit' }).waitFor();
    assert.equal(await audit.isVisible(), false);
    await context.close();
  },
);

test('no screen is wider than a narrow window, whatever the words', limit, async () => {
  const { as, server, origin } = started();
  const ann = await server.person('owner', 'Ann Example');
  const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
  const record = {
    incident: { title: `${word} failed`, severity: 'CRITICAL', services: word },
    summary: { text: `${word} ${word}` },
    roles: [{ role: word, name: word }],
    actions: [{ id: word, text: word, owner: word, due: '2026-01-01' }],
    timeline: [{ text: word, actor: word, at: '2026-10-14T14:02:00Z', precision: 'instant' }],
  };
  const { json } = await ann.call('POST', '/incidents', { record, template: 'enterprise' });
  const address = `/incidents/${String(json['key'])}`;
  const { page, context } = await as(ann, { width: 360, height: 740 });
  const ends = ['', '/review', '/evidence', '/history'].map((end) => address + end);
  for (const path of ['/', '/incidents', '/actions', `/search?words=${word}`, '/audit', ...ends]) {
    await page.goto(origin + path);
    await page
      .getByText(word.slice(0, 20))
      .or(page.getByRole('heading', { level: 1 }))
      .first()
      .waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, `${path} is ${width} wide`);
  }
  await context.close();
});

test('a document that is not there is said on a screen with a way on', limit, async () => {
  const { as, server, origin } = started();
  const { page, context } = await as(await server.person('owner', 'Ann Example'));
  await page.goto(`${origin}/incidents/INC-99999`);
  await page.getByRole('heading', { level: 1, name: 'INC-99999' }).waitFor();
  await page.getByText('there is no incident INC-99999').waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Incidents', exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Incidents' }).waitFor();
  await context.close();
});
