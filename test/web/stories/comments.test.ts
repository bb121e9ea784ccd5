import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardOn, marks, summary, threadsOf } from '../commenting.ts';
import { begin, browse, newIncident, reader, recorded, skip } from '../prose-room.ts';
import type { Hand } from './hands.ts';

/** Takes words of the text that is written, from the first to the last letter, as somebody does who has no mouse. */
async function mark({ keys, page }: Hand, words: string): Promise<void> {
  await keys('Control+Home');
  const start = summary.indexOf(words);
  for (let letter = 0; letter < start; letter += 1) await page.keyboard.press('ArrowRight');
  for (let letter = 0; letter < words.length; letter += 1) await page.keyboard.press('Shift+ArrowRight');
}

test(
  'words are commented, answered, replaced and settled by two people who have no mouse',
  { skip, timeout: 90_000 },
  async () => {
    const ann = await browse().server.person('owner', 'Ann Example');
    const ben = await browse().server.person('editor', 'Ben Okafor');
    const { key, id } = await newIncident(ann, summary);
    const [one, two] = [await reader(ann, key), await reader(ben, key)];
    await begin(one);
    await mark(one.hand, 'Nobody was paged');
    await one.hand.keys('Control+Alt+m');
    await one.page.getByRole('textbox', { name: 'Your comment on “Nobody was paged”' }).waitFor();
    await one.hand.type('Is that so, @oka');
    await one.page.getByRole('option', { name: '@Ben Okafor' }).waitFor();
    // Nobody answers a list before they have seen it.
    await one.page.waitForTimeout(120);
    await one.hand.keys('Enter');
    await one.hand.type('?');
    await one.hand.keys('Control+Enter');
    const asked = cardOn(one.page, 'Ann Example', '“Nobody was paged”');
    await asked.and(one.page.locator(':focus')).waitFor();

    await marks(two.page).first().waitFor();
    await two.hand.press(marks(two.page).first());
    const card = cardOn(two.page, 'Ann Example', '“Nobody was paged”');
    await two.hand.press(card.getByRole('button', { name: 'Reply' }));
    await two.page.getByRole('textbox', { name: 'Reply to Ann Example' }).waitFor();
    await two.hand.type('It is.');
    await two.hand.keys('Control+Enter');
    await asked.getByText('It is.').waitFor();

    await begin(two);
    await mark(two.hand, 'Customers');
    await two.hand.keys('Control+Alt+s');
    const suggestion = two.page.getByRole('textbox', { name: 'What it should say' });
    await suggestion.waitFor();
    await two.hand.write(suggestion, 'Shoppers');
    await two.hand.keys('Control+Enter');
    const suggested = cardOn(one.page, 'Ben Okafor', '“Customers”');
    // A card shows what can be done with it once it has the focus.
    await one.hand.reach(suggested);
    await one.hand.press(suggested.getByRole('button', { name: 'Apply' }));
    await one.page.getByText('The suggestion is in the text.').waitFor();
    assert.match(await recorded(ann, key, /Shoppers/), /- Shoppers tried again/);
    await one.hand.reach(asked);
    await one.hand.press(asked.getByRole('button', { name: 'Resolve' }));
    await one.page.getByText('Resolved.', { exact: true }).waitFor();
    await two.page.getByText('No open comment.').waitFor();
    assert.deepEqual((await threadsOf(ann, id)).map(({ state, comments }) => [state, comments.length]).toSorted(), [
      ['applied', 1],
      ['resolved', 2],
    ]);
    for (const { hand, complaints } of [one, two]) {
      await hand.done();
      assert.deepEqual(complaints, []);
    }
  },
);
