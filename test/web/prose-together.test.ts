import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectAccessible } from './axe.ts';
import { begin, browse, editorOf, newIncident, reader, recorded, saved, skip, summaryOf, write } from './prose-room.ts';

test('two people write one section at once: both texts stay, and each sees where the other is', { skip }, async () => {
  const ann = await browse().server.person('owner', 'Ann Example');
  const ben = await browse().server.person('editor', 'Ben Okafor');
  const { key } = await newIncident(ann, 'It began.\n\nIt ended.');
  const [one, two] = [await reader(ann, key), await reader(ben, key)];
  await begin(one);
  await begin(two);
  await one.hand.keys('Control+Home');
  await summaryOf(two.page).getByText('Ann Example', { exact: true }).waitFor();
  await Promise.all([one.hand.type('Ann was first here. ', 15), two.hand.type(' Ben was last here.', 15)]);
  const both = 'Ann was first here. It began.\n\nIt ended. Ben was last here.';
  assert.equal(await recorded(ann, key, /first here\. It[^]*last here\.$/), both);
  await summaryOf(one.page).getByText('Ben Okafor', { exact: true }).waitFor();
  await summaryOf(one.page).getByText('Ben Okafor writing here').waitFor();
  await expectAccessible(one.page);
  await saved(one.page);
  // What one takes back is their own.
  await two.hand.keys('Control+z');
  const text = await recorded(ann, key, /It ended\.$/);
  assert.match(text, /^Ann was first here\. It began\./);
  for (const { hand } of [one, two]) await hand.done();
  assert.deepEqual([...one.complaints, ...two.complaints], []);
});

test(
  'what an agent changes arrives live in the editor, is marked as its own, and the cursor stays',
  { skip },
  async () => {
    const ann = await browse().server.person('owner', 'Ann Example');
    const agent = await browse().server.token('editor');
    const { id, key } = await newIncident(ann, 'It began at ten.');
    const writer = await reader(ann, key);
    const { page, hand, complaints } = writer;
    await begin(writer);
    await hand.type(' It');
    await recorded(ann, key, /ten\. It$/);
    const shown = await ann.call('GET', `/incidents/${key}`);
    const { versions } = shown.json as unknown as { versions: { summary: number } };
    const changed = await agent.call('PATCH', `/incidents/${id}/record/summary`, {
      set: { text: 'It really began at ten. It' },
      seen: versions.summary,
    });
    assert.equal(changed.status, 200, changed.text);
    await editorOf(page).getByText('It really began at ten. It').waitFor();
    await summaryOf(page)
      .getByText(/Changed by a token \(agent\)/)
      .waitFor();
    await hand.type(' ended.');
    assert.equal(await recorded(ann, key, /ended/), 'It really began at ten. It ended.');
    await hand.done();
    assert.deepEqual(complaints, []);
  },
);

test('a viewer reads what others write as they write it, and has nothing to write with', { skip }, async () => {
  const ann = await browse().server.person('owner', 'Ann Example');
  const vera = await browse().server.person('viewer', 'Vera Viewer');
  const { key } = await newIncident(ann, 'It began.');
  const [one, two] = [await reader(ann, key), await reader(vera, key)];
  await write(one.page);
  await one.page.keyboard.type(' **It** ended.');
  await summaryOf(two.page).getByText('ended.').waitFor();
  assert.equal(await summaryOf(two.page).locator('strong').textContent(), 'It');
  assert.equal(await summaryOf(two.page).getByRole('button').count(), 0);
});
