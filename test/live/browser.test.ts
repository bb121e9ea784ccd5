import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { findChromium, withChromium } from '../chromium.ts';
import { liveServer, summaryOf, until } from './live.ts';
import { bundle, databases, insert, pageWith, savedIn, stateIn, textIn, type Window } from './room-page.ts';

const chromium = findChromium();
const skip = 'reason' in chromium ? `skipped: ${chromium.reason}` : false;
const server = await liveServer();
const { origin } = server.around;
const script = skip === false ? await bundle() : '';

test(
  'in a browser: text written offline is there after a reload without a server, comes in later, and nothing of it is left after sign-out',
  { skip },
  async (context) => {
    if ('reason' in chromium) return;
    const [ann, ben] = [await server.person('editor', 'Ann'), await server.person('editor', 'Ben')];
    const incident = await server.incident(ann, 'As it was.');
    const opened = { origin, by: ann, incident, script };
    const other = server.room(context, ben, incident);
    await withChromium(chromium.path, async (browser) => {
      const first = await pageWith(browser, opened);
      await until('live', async () => (await stateIn(first)) === 'live');
      await insert(first, 'Online. ');
      await until('saved', () => savedIn(first));
      await first.close();

      const away = await pageWith(browser, opened, { away: true });
      await until('offline', async () => (await stateIn(away)) === 'offline');
      assert.equal(await savedIn(away), true);
      await insert(away, 'Offline. ');
      assert.equal(await savedIn(away), false);
      await away.close();
      other.text('summary.text').insert(other.text('summary.text').length, ' Meanwhile.');

      const still = await pageWith(browser, opened, { away: true });
      await until('kept', async () => (await textIn(still)) === 'Offline. Online. As it was.');
      assert.equal(await savedIn(still), false);
      await still.evaluate(() => ((globalThis as Window).away = false));
      await until('live', async () => (await stateIn(still)) === 'live');
      const whole = 'Offline. Online. As it was. Meanwhile.';
      await until('merged', async () => (await textIn(still)) === whole && summaryOf(other) === whole);
      await until('saved', () => savedIn(still));

      assert.equal((await databases(still)).length, 2);
      await still.evaluate(
        (person) => (globalThis as Window).room.close().then(() => (globalThis as Window).live.clearRooms(person)),
        ann.personId,
      );
      assert.deepEqual(await databases(still), []);
    });
  },
);

/** Somebody's page whose browser keeps nothing of a room, for one reason or another. */
const loose: [string, (page: Page) => Promise<void>, (() => void)?][] = [
  [
    'is forbidden',
    async () => {},
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', 'SecurityError');
      };
    },
  ],
  [
    'never answers',
    async () => {},
    () => {
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
    },
  ],
  [
    'was emptied in another window',
    async (page) => {
      const other = await page.context().newPage();
      await other.goto(`${origin}/`);
      await other.evaluate(script);
      await other.evaluate(() => (globalThis as Window).live.clearRooms());
    },
  ],
  [
    'is full',
    // As a browser does without room for what was added.
    (page) =>
      page.evaluate(() => {
        const { add } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.add = function full(value) {
          const request = add.call(this, value);
          this.transaction.abort();
          return request;
        };
      }),
  ],
];

for (const [what, happens, before] of loose)
  test(
    `where the storage of a browser ${what}, people write on, and the room says that it keeps nothing`,
    { skip },
    async () => {
      if ('reason' in chromium) return;
      const ann = await server.person('editor', 'Ann');
      const incident = await server.incident(ann, 'As it was.');
      await withChromium(chromium.path, async (browser) => {
        const page = await pageWith(
          browser,
          { origin, by: ann, incident, script },
          before === undefined ? {} : { before },
        );
        await until('live', async () => (await stateIn(page)) === 'live', 8000);
        await happens(page);
        for (const text of ['Once. ', 'Twice. ']) await insert(page, text);
        await until('saved', () => savedIn(page));
        await until('told', () => page.evaluate(() => !(globalThis as Window).room.keeps));
        await until('in the record', async () => (await server.summary(ann, incident)) === 'Twice. Once. As it was.');
      });
    },
  );
