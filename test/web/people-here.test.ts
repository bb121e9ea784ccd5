import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectAccessible } from './axe.ts';
import { documents, eventAt } from './opened-document.ts';

const { skip, open, browse } = await documents();
const record = {
  incident: { title: 'Checkout slow' },
  summary: { text: 'Orders were slow.' },
  timeline: [eventAt('14:23:00', 'First alert')],
};

test(
  'who else is here is shown by initials in the colour of their cursor, and leads to where they write',
  { skip },
  async () => {
    const { page, by } = await open(record);
    const here = page.getByRole('group', { name: 'Who is here' });
    assert.equal(await here.getByRole('button').count(), 0);
    const ben = await by(await browse.server.person('editor', 'Ben Boss'));
    const { page: vi } = await browse.as(await browse.server.person('viewer', 'Vi van Dam'));
    await vi.goto(page.url());
    const face = here.getByRole('button', { name: 'Ben Boss is here' });
    await face.waitFor();
    await here.getByRole('button', { name: 'Vi van Dam is here' }).waitFor();
    assert.equal(await face.locator('[data-initials]').getAttribute('data-initials'), 'BB');
    // Everybody sees the others, and nobody themselves.
    await vi.getByRole('button', { name: 'Ben Boss is here' }).waitFor();
    assert.equal(await vi.getByRole('button', { name: /^Vi van Dam/ }).count(), 0);

    await ben.getByRole('button', { name: /^Edit/ }).first().click();
    await ben.keyboard.type('x');
    const writing = here.getByRole('button', { name: /^Ben Boss writes in / });
    await writing.waitFor();
    await writing.focus();
    await writing.getByText('Ben Boss writes in').waitFor();
    await expectAccessible(page);
    await writing.press('Enter');
    assert.match(await page.evaluate(() => document.activeElement?.getAttribute('data-path') ?? ''), /\w+\.\w+/);
    // Told once and calmly, not with each cursor.
    await page
      .getByRole('status')
      .filter({ hasText: /Ben Boss, Vi van Dam opened the document|opened the document/ })
      .waitFor();

    await ben.context().close();
    await writing.waitFor({ state: 'detached' });
    await page.getByRole('status').filter({ hasText: 'Ben Boss left.' }).waitFor();
  },
);

test('a second window of the same person is nobody else', { skip }, async () => {
  const { page, by, owner } = await open(record);
  const second = await by(owner);
  await by(await browse.server.person('editor', 'Cy'));
  await page.getByRole('button', { name: 'Cy is here' }).waitFor();
  await second.getByRole('button', { name: 'Cy is here' }).waitFor();
  assert.equal(await page.getByRole('group', { name: 'Who is here' }).getByRole('button').count(), 1);
});

test('on a narrow screen they are counted, and the list opens below', { skip }, async () => {
  const { page, by } = await open(record);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const name of ['Ada One', 'Bo Two']) await by(await browse.server.person('editor', name));
  const here = page.getByRole('group', { name: 'Who is here' });
  await here.getByText('2 here').waitFor();
  await expectAccessible(page);
  await here.getByText('2 here').click();
  await here.getByRole('button', { name: /Ada One is here/ }).waitFor();
});
