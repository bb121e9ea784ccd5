import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begin, browse, editorOf, newIncident, reader, recorded, saved, skip, summaryOf } from '../prose-room.ts';

/** Two hundred letters: the last are 1039. */
const typed = Array.from({ length: 40 }, (_, index) => ` ${1000 + index}`).join('');

test(
  'live regions are calm: of two hundred keys of somebody else nothing is read out, to who writes or to who reads',
  { skip, timeout: 90_000 },
  async () => {
    const [ann, ben, vi] = await Promise.all([
      browse().server.person('owner', 'Ann Example'),
      browse().server.person('editor', 'Ben Okafor'),
      browse().server.person('viewer', 'Vi van Dam'),
    ]);
    const { key } = await newIncident(ann, 'It began.');
    const [writer, other, looker] = [await reader(ann, key), await reader(ben, key), await reader(vi, key)];
    await begin(other);
    await begin(writer);
    // Who is here is told once, a few seconds after they came: that matters.
    for (const { page } of [writer, looker])
      await page.getByRole('status').getByText('Ben Okafor').waitFor({ state: 'attached' });
    await writer.page.waitForTimeout(3500);
    const before = [writer, looker].map(({ hand }) => hand.heard().length);
    await other.hand.type(typed, 20);
    await recorded(ann, key, /1039$/);
    await editorOf(writer.page).getByText('1039').waitFor();
    await summaryOf(looker.page).getByText('1039').waitFor();
    await saved(other.page);
    for (const [index, { hand }] of [writer, looker].entries()) assert.deepEqual(hand.heard().slice(before[index]), []);
    for (const { hand } of [writer, other, looker]) await hand.done();
  },
);

test(
  'while two type a hundred letters in one text, hardly anything is read out to either',
  { skip, timeout: 90_000 },
  async () => {
    const ann = await browse().server.person('owner', 'Ann Example');
    const ben = await browse().server.person('editor', 'Ben Okafor');
    const { key } = await newIncident(ann, 'It began.');
    const [one, two] = [await reader(ann, key), await reader(ben, key)];
    await begin(one);
    await begin(two);
    await one.page.waitForTimeout(500);
    const before = one.hand.heard().length;
    const text =
      ' The pool of connections was full, so that every second checkout failed until it was enlarged at noon.';
    await Promise.all([one.hand.type(text, 60), two.hand.type(text, 60)]);
    await recorded(ann, key, /noon\.[^]*noon\./);
    await saved(one.page);
    const said = one.hand.heard().slice(before);
    assert.ok(said.length <= 2, said.join('\n'));
    for (const { hand } of [one, two]) await hand.done();
  },
);
