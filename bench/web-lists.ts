import { openDatabase } from '../src/store/database.ts';
import { findRunningPostgres } from '../src/store/postgres/index.ts';
import type { Page } from 'playwright-core';
import type { Row } from './row.ts';

const incidents = 100_000;
const atOnce = 5000;
const wheels = 120;
/** Longer than this a frame is a stall that people see. */
const limitMs = 100;
/** From the last key of a filter to its rows. */
const filterLimitMs = 500;

const services = ['checkout', 'search', 'payments', 'login', 'mail', 'reports', 'gateway', 'billing'];

/** Fills the database of a server that runs. */
async function fill(dataFolder: string): Promise<void> {
  const where = await findRunningPostgres(dataFolder);
  if (where === undefined) throw new Error('the server has no database of its own');
  const database = openDatabase(where, 1);
  for (let first = 1; first < incidents; first += atOnce) {
    await database.query({
      text: `insert into incident (id, template, status, created_at, created_by)
        select gen_random_uuid(), 'enterprise', (array['draft', 'inReview', 'approved'])[1 + number % 3],
          '2026-10-01Z'::timestamptz - number * interval '7 minutes', 'person:bench'
        from generate_series($1::integer, $2::integer) as given (number)`,
      values: [first, first + atOnce - 1],
    });
    await database.query({
      text: `insert into kept_part (incident_id, key, value)
        select id, 'incident', json_build_object('title', ($1::text[])[1 + number % 8] || ' failed, number ' || number,
          'severity', 'S' || (1 + number % 4))
        from incident i where created_by = 'person:bench'
          and not exists (select 1 from kept_part p where p.incident_id = i.id and p.key = 'incident')`,
      values: [services],
    });
  }
  await database.query({ text: 'analyze', values: [] });
  await database.close();
}

/** Notes the longest time between two frames, in the page. */
const watchFrames = `(() => {
  globalThis.longestMs = 0;
  let last = performance.now();
  const look = (now) => {
    globalThis.longestMs = Math.max(globalThis.longestMs, now - last);
    last = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;
const longest = (page: Page) =>
  page.evaluate<number>('(() => { const ms = globalThis.longestMs; globalThis.longestMs = 0; return ms; })()');

const limit = (name: string, ms: number, most: number): Row => ({
  name,
  figure: `${ms.toFixed(0)} ms`,
  peer: `limit ${most} ms`,
  ratio: most / ms,
  target: `<= ${most} ms`,
  met: ms <= most,
});

async function scrolling(page: Page): Promise<Row> {
  await page.mouse.move(700, 500);
  await longest(page);
  for (let wheel = 0; wheel < wheels; wheel += 1) {
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(16);
  }
  const stallMs = await longest(page);
  const rows = await page.evaluate<number>(
    `Math.max(...[...document.querySelectorAll('[data-row]')].map((row) => Number(row.dataset.row)))`,
  );
  if (rows < 500) throw new Error(`only ${rows} rows were scrolled past`);
  return limit(`longest frame scrolling ${Math.round(rows / 100) * 100} of 100,000 rows`, stallMs, limitMs);
}

type Window = { document: { querySelectorAll: (selector: string) => Iterable<{ textContent: string }> } };

/** Whether all rows that are drawn hold some words, in the page. */
function shows(words: string): boolean {
  const rows = [...(globalThis as unknown as Window).document.querySelectorAll('[data-row]')];
  return rows.length > 0 && rows.every((row) => words.split(' ').every((word) => row.textContent.includes(word)));
}

async function filtering(page: Page): Promise<Row[]> {
  const field = page.getByRole('searchbox').first();
  const took: number[] = [];
  await longest(page);
  for (const words of ['payments', 'number 77', 'login failed', 'number 99999']) {
    await field.fill('');
    await field.pressSequentially(words, { delay: 60 });
    const start = performance.now();
    await page.waitForFunction(shows, words, { polling: 'raf' });
    took.push(performance.now() - start);
  }
  return [
    limit('longest frame filtering 100,000 rows', await longest(page), limitMs),
    limit('rows of a filter after its last key, worst of 4', Math.max(...took), filterLimitMs),
  ];
}

/** A list of 100,000 incidents, scrolled and filtered. */
export async function lists(page: Page, url: string, dataFolder: string): Promise<Row[]> {
  await fill(dataFolder);
  await page.goto(`${url}/incidents`);
  await page.locator('[data-row]').first().waitFor();
  await page.evaluate(watchFrames);
  return [await scrolling(page), ...(await filtering(page))];
}
