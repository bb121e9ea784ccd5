import type { Browser, Page } from 'playwright-core';
import { percentile, type Row } from './row.ts';
import { viewport, withDocument } from './web-document.ts';
import { ledgerGrowth } from './web-ledger.ts';

const keys = 300;
const timeChanges = 100;
/** Changes before those that count: the first ones of a browser run code that it has yet to compile. */
const firstChanges = 20;
const loads = 9;

const limit = (name: string, milliseconds: number, most: number): Row => ({
  name,
  figure: `${milliseconds.toFixed(1)} ms`,
  peer: `limit ${most} ms`,
  ratio: most / milliseconds,
  target: `<= ${most} ms`,
  met: milliseconds <= most,
});

/** Notes, in the page, when each change of the summary's text came, on the clock that all pages share. */
const watchText = `(() => {
  const field = document.querySelector('[data-path="summary.text"]');
  globalThis.changes = [];
  new MutationObserver(() => globalThis.changes.push(performance.timeOrigin + performance.now()))
    .observe(field, { subtree: true, childList: true, characterData: true });
})()`;
const watchKeys = `(() => {
  globalThis.pressed = [];
  addEventListener('keydown', (event) => globalThis.pressed.push(performance.timeOrigin + event.timeStamp), true);
})()`;
/** Notes when the figure changes next. */
const watchFigure = `globalThis.watchFigure = (element) => {
  globalThis.figureAt = 0;
  const observer = new MutationObserver(() => {
    globalThis.figureAt ||= performance.timeOrigin + performance.now();
    observer.disconnect();
  });
  observer.observe(element, { subtree: true, childList: true, characterData: true });
}`;
type Watching = { watchFigure: (element: unknown) => void };
const taken = (page: Page, what: string) => page.evaluate<number[]>(`globalThis.${what}.splice(0)`);

/** From each press of a key to the first change of the text after it. */
const delays = (pressed: number[], changes: number[]): number[] =>
  pressed
    .flatMap((at) => changes.find((change) => change >= at) ?? [])
    .map((change, index) => change - (pressed[index] ?? 0));

async function openEditor(page: Page): Promise<void> {
  const summary = page.locator('[data-path="summary.text"]').first();
  await summary.getByRole('button', { name: /^(?:Edit|Write) / }).focus();
  await page.keyboard.press('Enter');
  await summary.getByRole('textbox').first().waitFor();
}

/** Two people in one section: from a key to one's own screen, and to the other's. */
async function typing(one: Page, two: Page): Promise<Row[]> {
  await openEditor(one);
  await openEditor(two);
  await one.keyboard.type('warming up the editor and its connection ', { delay: 20 });
  await two.waitForTimeout(500);
  for (const page of [one, two]) await page.evaluate(watchText);
  await one.evaluate(watchKeys);
  // Letters come one by one: each change belongs to the key before it.
  const [own, other]: [number[], number[]] = [[], []];
  for (let key = 0; key < keys; key += 1) {
    await one.keyboard.press('x');
    await one.waitForTimeout(30);
    const pressed = await taken(one, 'pressed');
    own.push(...delays(pressed, await taken(one, 'changes')));
    other.push(...delays(pressed, await taken(two, 'changes')));
  }
  if (own.length < keys * 0.95 || other.length < keys * 0.95)
    throw new Error(`${own.length} and ${other.length} of ${keys} keys came to the screens`);
  return [
    limit('key to own screen, p95', percentile(own, 0.95), 16),
    limit('key to the other browser, p95', percentile(other, 0.95), 40),
  ];
}

/** A time changed by hand in the timeline: from the key that takes it to the figure on the screen. */
async function figures(page: Page): Promise<Row> {
  const row = page.getByRole('row').filter({ hasText: 'event 200' }).first();
  const figure = page.getByRole('button', { name: /^Time to mitigate/ });
  await row.scrollIntoViewIfNeeded();
  // By its key: a search by roles looks at every row of the page, and leaves as much behind to be collected as a change does.
  const cell = page.locator(`[data-row="${await row.getAttribute('data-row')}"] [data-column="1"]`);
  const shownFigure = await figure.elementHandle();
  if (shownFigure === null) throw new Error('the document shows no time to mitigate');
  await page.evaluate(watchKeys);
  await page.evaluate(watchFigure);
  const took: number[] = [];
  for (let change = -firstChanges; change < timeChanges; change += 1) {
    const before = await shownFigure.textContent();
    await cell.focus();
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(`14:${50 + Math.abs(change % 2)}`);
    await shownFigure.evaluate((element) => (globalThis as unknown as Watching).watchFigure(element));
    await taken(page, 'pressed');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(80);
    await page.waitForFunction('globalThis.figureAt > 0', undefined, { timeout: 2000 }).catch(() => undefined);
    const [pressed = 0] = await taken(page, 'pressed');
    const shownAt = await page.evaluate<number>('globalThis.figureAt');
    if (change >= 0 && shownAt > 0 && (await shownFigure.textContent()) !== before) took.push(shownAt - pressed);
  }
  if (took.length < timeChanges * 0.95)
    throw new Error(`${took.length} of ${timeChanges} changes were seen in the figure`);
  return limit('a changed time to the figures, p95', percentile(took, 0.95), 16);
}

/** First content of the document in a browser that knows nothing yet. */
async function firstContent(browser: Browser, state: object, address: string): Promise<Row> {
  const times: number[] = [];
  for (let load = 0; load < loads; load += 1) {
    const context = await browser.newContext({ storageState: state as never, serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    times.push(await page.evaluate<number>(`performance.getEntriesByName('first-contentful-paint')[0].startTime`));
    await context.close();
  }
  return limit('first content of a document, p90', percentile(times, 0.9), 300);
}

/** Claims about writing in the app, in Chromium on this machine, against a server process of its own. */
export const web = (): Promise<Row[]> =>
  withDocument(async ({ browser, page, address, state }) => {
    const other = await browser.newContext({ viewport, storageState: state as never });
    const two = await other.newPage();
    await two.goto(address);
    const typed = await typing(page, two);
    // One's own screen: another browser on this machine, which draws each change as well, would take half of the processor.
    await other.close();
    return [
      ...typed,
      await figures(page),
      await firstContent(browser, state, address),
      await ledgerGrowth(page, address),
    ];
  });
