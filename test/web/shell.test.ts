import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browsing } from './browse.ts';

const browser = await browsing();
const skip = 'reason' in browser ? browser.reason : false;
const limit = { skip, timeout: 60_000 };
const started = () => {
  if ('reason' in browser) throw new Error(browser.reason);
  return browser;
};

test('after a proxy has answered in the place of the server, changes are shown again', limit, async () => {
  const { as, server, origin } = started();
  const ann = await server.person('owner', 'Ann');
  const { page, context } = await as(ann);
  const { promise: refused, resolve: refuse } = Promise.withResolvers<void>();
  let isThere = false;
  await page.route('**/api/v1/feed*', async (route) => {
    if (isThere) return route.continue();
    await route.fulfill({ status: 502, contentType: 'text/html', body: 'Bad gateway' });
    refuse();
  });
  await page.goto(`${origin}/incidents`);
  await page.getByRole('heading', { level: 1, name: 'Incidents' }).waitFor();
  await refused;
  await ann.call('POST', '/incidents', { title: 'Behind a proxy', template: 'enterprise' });
  isThere = true;
  await page.getByText('Behind a proxy').waitFor({ timeout: 30_000 });
  await context.close();
});

// Regression: the feed told of what came after its line stood, the page knew what was there before it was sent.
test('what changes while a page is on its way is shown', limit, async () => {
  const { as, server, origin } = started();
  const ann = await server.person('owner', 'Ann');
  const { page, context } = await as(ann);
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  const { promise: made, resolve: make } = Promise.withResolvers<void>();
  await page.route('**/api/v1/feed*', async (route) => {
    ask();
    await made;
    await route.continue();
  });
  await page.goto(`${origin}/incidents`);
  await asked;
  await ann.call('POST', '/incidents', { title: 'Between page and feed', template: 'enterprise' });
  // It has its number, so that a feed of now would not tell it.
  const { database } = server.around;
  for (let numbered = false; !numbered;)
    ({ numbered } = (
      await database.query<{ numbered: boolean }>({
        text: 'select not exists (select 1 from entry where seq is null) as numbered',
        values: [],
      })
    ).rows[0] as { numbered: boolean });
  make();
  await page.getByText('Between page and feed').waitFor({ timeout: 30_000 });
  await context.close();
});

test('a screen that broke does not take the others with it', limit, async () => {
  const { as, server, origin } = started();
  const { page, context } = await as(await server.person('owner', 'Ann'));
  await page.route('**/api/v1/tokens**', (route) => route.fulfill({ json: { items: 'none' } }));
  await page.goto(`${origin}/settings/tokens`);
  await page.getByText('This screen has a fault.').waitFor();
  await page.getByRole('link', { name: 'Audit' }).click();
  await page.getByRole('heading', { level: 1, name: 'Audit' }).waitFor();
  await context.close();
});

test('plain keys mean nothing to the screen behind a dialog', limit, async () => {
  const { as, server, origin } = started();
  const { page, context } = await as(await server.person('owner', 'Ann'));
  await page.goto(`${origin}/audit`);
  await page.getByRole('heading', { level: 1, name: 'Audit' }).waitFor();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await dialog.waitFor();
  await page.keyboard.press('c');
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  assert.ok(await dialog.isVisible());
  assert.equal(new URL(page.url()).pathname, '/audit');
  await context.close();
});

test('what the arrow keys choose in the palette is in sight', limit, async () => {
  const { as, server, origin } = started();
  const { page, context } = await as(await server.person('owner', 'Ann'), { height: 420 });
  await page.goto(`${origin}/audit`);
  await page.getByRole('heading', { level: 1, name: 'Audit' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Go to or do' }).waitFor();
  await page.keyboard.press('ArrowUp');
  const chosen = page.getByRole('listbox', { name: 'Go to or do' }).getByRole('option', { selected: true });
  const [option, list] = [
    await chosen.boundingBox(),
    await page.getByRole('listbox', { name: 'Go to or do' }).boundingBox(),
  ];
  assert.ok(option !== null && list !== null && option.y + option.height <= list.y + list.height + 1);
  await context.close();
});

test('who has to sign in again comes back to what they looked at, filters and all', limit, async () => {
  const { as, server, origin } = started();
  const { page, context } = await as(await server.person('owner', 'Ann'));
  await page.route('**/api/v1/ledger/entries?*', (route) =>
    route.fulfill({ status: 401, json: { code: 'auth.required', title: 'Sign in.' } }),
  );
  await page.goto(`${origin}/audit?operation=template.add`);
  await page.waitForURL('**/sign-in?*');
  assert.equal(new URL(page.url()).searchParams.get('then'), '/audit?operation=template.add');
  await context.close();
});
