import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openRoom } from '../../web/live/open-room.ts';
import { socketOf, summaryOf as textOf, until } from '../live/live.ts';
import { begin, browse, newIncident, reader, recorded, saved, skip, summaryOf } from './prose-room.ts';

const programs = 48;
const letters = 20;
/** A letter of its own for each program, so that none is lost among others. */
const letterOf = (index: number): string => String.fromCharCode(0x4e00 + index);

/** Notes in the page when a key was pressed and when the text was next drawn with it. */
const watchKeys = `(() => {
  globalThis.delays = [];
  let pressedAt = 0;
  addEventListener('keydown', (event) => (pressedAt = event.timeStamp), true);
  new MutationObserver(() => {
    if (pressedAt === 0) return;
    globalThis.delays.push(performance.now() - pressedAt);
    pressedAt = 0;
  }).observe(document.querySelector('[data-path="summary.text"] .cm-content'), { subtree: true, childList: true, characterData: true });
})()`;

async function p95Of(page: Page): Promise<number> {
  const delays = await page.evaluate<number[]>('globalThis.delays');
  return delays.toSorted((a, b) => a - b)[Math.floor(delays.length * 0.95)] ?? Number.NaN;
}

test(
  'fifty write in one text at once, two of them in browsers: all end with the same text, and no letter is lost',
  { skip, timeout: 180_000 },
  async (context) => {
    const { server, origin } = browse();
    const ann = await server.person('owner', 'Ann Example');
    const ben = await server.person('editor', 'Ben Okafor');
    const { id, key } = await newIncident(ann, 'It began.');
    const [one, two] = [await reader(ann, key), await reader(ben, key)];
    const people = await Promise.all(
      Array.from({ length: programs }, (_, index) => server.person('editor', `Editor ${index}`)),
    );
    const rooms = people.map((person) =>
      openRoom(id, {
        person: person.personId,
        origin,
        store: null,
        socket: socketOf(person, origin),
        mostDelayMs: 200,
      }),
    );
    context.after(() => Promise.all(rooms.map((room) => room.close())));
    await until('all live', () => rooms.every(({ state }) => state === 'live'), 30_000);
    await begin(one);
    await begin(two);
    await one.hand.keys('Control+Home');
    for (const { page } of [one, two]) await page.evaluate(watchKeys);
    const start = performance.now();
    const writing = rooms.map(async (room, index) => {
      for (let round = 0; round < letters; round += 1) {
        const text = room.text('summary.text');
        text.insert((index * 7 + round * 13) % (text.length + 1), letterOf(index));
        await new Promise((resolve) => setTimeout(resolve, 100 + ((index * 37) % 100)));
      }
    });
    await Promise.all([
      ...writing,
      one.hand.type('Ann was first here. ', 60),
      two.hand.type(' Ben was last here.', 60),
    ]);
    await until('all saved', () => rooms.every((room) => room.saved), 30_000);
    await Promise.all([saved(one.page), saved(two.page)]);
    await until('the same', () => rooms.every((room) => textOf(room) === textOf(rooms[0] ?? room)), 20_000);
    const text = textOf(rooms[0] as never);
    context.diagnostic(
      `${programs * letters + 39} keys of 50: ${Math.round(performance.now() - start)} ms; key to own screen p95 ${(await p95Of(one.page)).toFixed(1)} and ${(await p95Of(two.page)).toFixed(1)} ms`,
    );
    for (let index = 0; index < programs; index += 1)
      assert.equal(text.split(letterOf(index)).length - 1, letters, `letters of ${index}`);
    const typed = text.replaceAll(/[\u4e00-\u4eff]/g, '');
    assert.equal(typed, 'Ann was first here. It began. Ben was last here.');
    // What the record says follows the room after a pause.
    await recorded(ann, key, text);
    for (const { page, hand, complaints } of [one, two]) {
      await hand.keys('Escape');
      await summaryOf(page).getByText(text).waitFor();
      await hand.done();
      assert.deepEqual(complaints, []);
    }
  },
);
