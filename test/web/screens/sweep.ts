import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import type { Look } from '../browse.ts';
import type { Furnished } from './furnished.ts';
import type { ScreenShown } from './reach.ts';
import { screenList } from './screen-list.ts';

/** Looks at a page as it is and gives what is wrong with it, in words; `index` is the place of its screen in the list. */
export type Check = (page: Page, index: number) => Promise<string[]>;

const only = process.env['SCREEN'];

/** The screens that are looked at: all, or those whose name begins as the variable SCREEN says. */
export const shownHere = screenList.filter(({ name }) => only === undefined || name.startsWith(only));

/** What a sweep found by each way of looking, and the screens that it was left no time for. */
type Swept = { found: Map<string, string[]>; left: string[] };

/** Whether the time is over that `npm test` has, which it gives in milliseconds since 1970. */
export const isTimeOver = (): boolean => Date.now() > Number(process.env['HINDCAST_TEST_UNTIL'] ?? Infinity);

/** Opens every screen once, looks at it in every way, in the order given, and gives what each way found. */
async function sweep(
  where: Furnished,
  screens: typeof screenList,
  look: Look,
  checks: Record<string, Check>,
): Promise<Swept> {
  const found = new Map(Object.keys(checks).map((name) => [name, [] as string[]]));
  const left: string[] = [];
  let doing = '';
  const lookAt = (shown: ScreenShown, index: number) =>
    where.visit(shown, look, async (page) => {
      for (const [name, check] of Object.entries(checks)) {
        doing = name;
        found.get(name)?.push(...(await check(page, index)).map((each) => `${shown.name}: ${each}`));
        const folder = process.env['PICTURES'];
        const file = name.replaceAll(/\W+/g, '-').slice(0, 40);
        if (folder !== undefined) await page.screenshot({ path: `${folder}/${shown.name}-${file}.png` });
      }
    });
  for (const [index, shown] of screens.entries()) {
    if (isTimeOver()) {
      left.push(shown.name);
      continue;
    }
    doing = Object.keys(checks)[0] ?? '';
    // A screen that a busy machine kept from opening is opened once more; what is wrong with it is found again.
    await lookAt(shown, index)
      .catch(() => lookAt(shown, index))
      .catch((error) => found.get(doing)?.push(`${shown.name}: ${String(error).slice(0, 600)}`));
  }
  return { found, left };
}

/** What a test of the runner takes. */
type ScreenTest = [
  name: string,
  options: { skip: string | false; timeout: number },
  run: (context: TestContext) => Promise<void>,
];

/** A test for each way of looking; a screen is opened once for all of them, since opening it is what takes time. */
export function screenTests(
  where: Furnished | { reason: string },
  look: Look,
  checks: Record<string, Check>,
  screens = shownHere,
): ScreenTest[] {
  const skip = 'reason' in where ? where.reason : false;
  let swept: Promise<Swept> | undefined;
  return Object.keys(checks).map((name) => [
    `${screens.length} screens and states: ${name}`,
    { skip, timeout: 2_400_000 },
    async (context) => {
      if ('reason' in where) return;
      swept ??= sweep(where, screens, look, checks);
      const { found, left } = await swept;
      assert.deepEqual([...new Set(found.get(name))], []);
      if (left.length > 0) context.skip(`no time was left for ${left.length} of them: ${left.join(', ')}`);
    },
  ]);
}
