import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectAccessible } from './axe.ts';
import { cardOn, marked, marks, say, summary, threadsOf } from './commenting.ts';
import { browse, editorOf, newIncident, reader, skip, summaryOf, write } from './prose-room.ts';

const event = {
  at: '2026-10-14T14:23Z',
  written: '14:23',
  zone: 'UTC',
  precision: 'instant',
  phase: 'detection',
  text: 'First alert',
};

test('comments are written, read, answered and settled by keyboard alone', { skip }, async () => {
  const ann = await browse().server.person('owner', 'Ann Example');
  const { key, id } = await newIncident(ann, summary, { timeline: [event] });
  await say(ann, id, { text: 'First of all.' });
  const { page, complaints } = await reader(ann, key);
  await write(page);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Control+Alt+m');
  await page.getByRole('textbox', { name: /^Your comment on “The pool/ }).waitFor();
  await page.keyboard.type('Which one?');
  await page.keyboard.press('Control+Enter');
  await cardOn(page, 'Ann Example', /on “The pool/).waitFor();
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
  await page.waitForFunction(() => document.activeElement?.matches('[data-card]'));
  assert.match(String(await focused()), /^Ann Example on “The pool/);
  // Past the quote and what its author may do, to the buttons.
  for (const name of [/^Show “The pool/, /^Edit$/, /^Remove$/, /^Resolve$/]) {
    await page.keyboard.press('Tab');
    assert.match(String(await focused()), name);
  }
  await page.keyboard.press('Enter');
  await page.getByText('Resolved.', { exact: true }).waitFor();
  await page.keyboard.press('m');
  await page.waitForFunction(() => document.activeElement?.matches('[data-card]'));
  assert.match(String(await focused()), /^Ann Example on The whole document/);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Go to or do' }).waitFor();
  await page.keyboard.type('comments: show');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Findings' }).waitFor();
  const states = (await threadsOf(ann, id)).map(({ state }) => state);
  assert.deepEqual(states.toSorted(), ['open', 'resolved']);
  assert.deepEqual(complaints, []);
});

test('an entry of a list is commented from its row, and lights up with its card', { skip }, async () => {
  const ann = await browse().server.person('owner', 'Ann Example');
  const { key, id } = await newIncident(ann, summary, { timeline: [event] });
  const { page } = await reader(ann, key);
  const cell = page.locator('[data-path="timeline[0]"] [role=gridcell]').nth(2);
  await cell.click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Alt+m');
  await page.getByRole('textbox', { name: /^Your comment on Timeline/ }).waitFor();
  await page.keyboard.type('The paging one?');
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await cardOn(page, 'Ann Example', /on Timeline/).waitFor();
  const [thread] = await threadsOf(ann, id);
  assert.match(thread?.place?.path ?? '', /^timeline\/[\w-]+$/);
  await expectAccessible(page);
});

test(
  'beside a field and a row that is spoken of stands a mark from the beginning, and it leads to the card',
  { skip },
  async () => {
    const ann = await browse().server.person('owner', 'Ann Example');
    const { key, id } = await newIncident(ann, summary, { timeline: [event] });
    const { json } = await ann.call('GET', `/incidents/${id}`);
    const [entry] = (json as unknown as { versions: { timeline: { id: string }[] } }).versions.timeline;
    await say(ann, id, { path: `timeline/${entry?.id}`, text: 'The paging one?' });
    const onTitle = await say(ann, id, { path: 'incident.title', text: 'Which checkout?' });
    const { page } = await reader(ann, key);
    const mark = page.locator('main article').getByRole('button', { name: 'Comment by Ann Example' });
    await mark.nth(1).waitFor();
    assert.equal(await mark.count(), 2);
    assert.deepEqual(await marked(page), ['Checkout']);
    const row = await page.locator('[data-path="timeline[0]"]').boundingBox();
    const beside = await mark.nth(1).boundingBox();
    assert.ok(Math.abs((row?.y ?? 0) - (beside?.y ?? 0)) < 12, `${row?.y} ${beside?.y}`);
    await expectAccessible(page);
    await mark.nth(1).click();
    await cardOn(page, 'Ann Example', /on Timeline/).waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('[data-card]'));
    await ann.call('POST', `/incidents/${id}/comments/${onTitle}/resolve`, {});
    await page.waitForFunction(() => document.querySelectorAll('main article [data-threads]').length === 1);
    assert.deepEqual(await marked(page), []);
  },
);

const hostile =
  '<img src=x onerror="window.hurt=1"> [x](javascript:window.hurt=2) <script>window.hurt=3</script> **@<b>**';

test(
  'hostile comments, suggestions and names are text: nothing runs, nothing foreign is asked for',
  { skip },
  async () => {
    const ann = await browse().server.person('owner', '<img src=x onerror=alert(1)>');
    const { key, id } = await newIncident(ann, `${summary}\n\n${hostile}`);
    await say(ann, id, { path: 'summary.text', quote: hostile, text: `${hostile} @<img src=x onerror=alert(1)>` });
    await say(ann, id, {
      path: 'summary.text',
      quote: 'Nobody',
      replacement: hostile,
      text: '['.repeat(3000) + '*_`'.repeat(900),
    });
    const { page, complaints } = await reader(ann, key);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await marks(page).first().click();
    await page.getByRole('article').nth(2).waitFor();
    for (const card of await page.locator('[data-card]').all()) await card.focus();
    assert.equal(await page.locator('[data-card] :is(script, img, iframe, object, style)').count(), 0);
    assert.equal(await page.evaluate('window.hurt'), undefined);
    assert.ok(
      asked.every((url) => url.startsWith(browse().origin)),
      asked.join(' '),
    );
    assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'));
    assert.deepEqual(complaints, []);
  },
);

test('on a narrow screen comments are a sheet that leads back to the text', { skip }, async () => {
  const ann = await browse().server.person('owner', 'Ann Example');
  const { key, id } = await newIncident(ann, summary);
  await say(ann, id, { path: 'summary.text', quote: 'Customers tried again', text: 'How often?' });
  const { page } = await reader(ann, key, { width: 390, height: 844 });
  await marks(page).click();
  const sheet = page.getByRole('dialog', { name: 'Comments' });
  await sheet.getByText('How often?').waitFor();
  await expectAccessible(page);
  await sheet.getByRole('button', { name: /^Show “Customers/ }).click();
  await sheet.waitFor({ state: 'detached' });
  await summaryOf(page).getByText('Customers tried again').waitFor();
  assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'));
});

test(
  'pages to read know nothing of comments; a viewer comments, an archived document takes none',
  { skip },
  async () => {
    const ann = await browse().server.person('owner', 'Ann Example');
    const vera = await browse().server.person('viewer', 'Vera Viewer');
    const { key, id } = await newIncident(ann, summary);
    await say(ann, id, { path: 'summary.text', quote: 'Nobody', text: 'between us' });
    const { page } = await reader(vera, key);
    await marks(page).click();
    await page.getByText('between us').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Resolve' }).count(), 0);
    await page.getByRole('button', { name: 'Reply' }).click();
    await page.getByRole('textbox', { name: 'Reply to Ann Example' }).waitFor();
    await page.keyboard.type('And me.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('And me.').waitFor();
    const read = await (await page.request.get(`${browse().origin}/read/${key}`)).text();
    assert.ok(read.includes('Nobody') && !read.includes('between us'));
    const text = `update incident set status = 'archived' where id = $1`;
    await browse().server.around.database.query({ text, values: [id] });
    await page.reload();
    await marks(page).click();
    await page.getByText('And me.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Reply' }).count(), 0);
  },
);

test('in the editor the words are marked, and stay so while they are written around', { skip }, async () => {
  const ann = await browse().server.person('owner', 'Ann Example');
  const { key, id } = await newIncident(ann, summary);
  await say(ann, id, { path: 'summary.text', quote: 'Nobody was paged', text: 'Why?' });
  const { page } = await reader(ann, key);
  await marks(page).waitFor();
  assert.deepEqual(await marked(page), ['Nobody was paged']);
  await write(page);
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Also: ');
  const shown = editorOf(page).locator('[class*=comment]');
  assert.deepEqual(await shown.allTextContents(), ['Nobody was paged']);
});

test('words that are spoken of are marked on a page that has its comments before its texts', { skip }, async () => {
  const ann = await browse().server.person('owner', 'Ann Example');
  const { key, id } = await newIncident(ann, summary);
  await say(ann, id, { path: 'summary.text', quote: 'Nobody was paged', text: 'Why?' });
  const { page } = await reader(ann, key);
  await marks(page).waitFor();
  await page.getByRole('link', { name: 'Incidents', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Incidents' }).waitFor();
  await page.goBack();
  await marks(page).waitFor();
  assert.deepEqual(await marked(page), ['Nobody was paged']);
});
