import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Look } from '../browse.ts';
import type { Furnished } from './furnished.ts';
import { screenList } from './screen-list.ts';

/** Looks at a page as it is and gives what is wrong with it, in words; `index` is the place of its screen in the list. */
export type Check = (page: Page, index: number) => Promise<string[]>;

const only = process.env['SCREEN'];

/** The screens that are looked at: all, or those whose name begins as the variable SCREEN says. */
export const shownHere = screenList.filter(({ name }) => only === undefined || name.startsWith(only));

/** Opens every screen once, looks at it in every way, in the order given, and gives what each way found. */
async function sweep(
  where: Furnished,
  screens: typeof screenList,
  look: Look,
  checks: Record<string, Check>,
): Promise<Map<string, string[]>> {
  const found = new Map(Object.keys(checks).map((name) => [name, [] as string[]]));
  for (const [index, shown] of screens.entries()) {
    let doing = Object.keys(checks)[0] ?? '';
    try {
      await where.visit(shown, look, async (page) => {
        for (const [name, check] of Object.entries(checks)) {
          doing = name;
          found.get(name)?.push(...(await check(page, index)).map((each) => `${shown.name}: ${each}`));
          const folder = process.env['PICTURES'];
          const file = name.replaceAll(/\W+/g, '-').slice(0, 40);
          if (folder !== undefined) await page.screenshot({ path: `${folder}/${shown.name}-${file}.png` });
        }
      });
    } catch (error) {
      found.get(doing)?.push(`${shown.name}: ${String(error).slice(0, 600)}`);
    }
  }
  return found;
}

/** What a test of the runner takes. */
type ScreenTest = [name: string, options: { skip: string | false; timeout: number }, run: () => Promise<void>];

/** A test for each way of looking; a screen is opened once for all of them, since opening it is what takes time. */
export function screenTests(
  where: Furnished | { reason: string },
  look: Look,
  checks: Record<string, Check>,
  screens = shownHere,
): ScreenTest[] {
  const skip = 'reason' in where ? where.reason : false;
  let swept: Promise<Map<string, string[]>> | undefined;
  return Object.keys(checks).map((name) => [
    `${screens.length} screens and states: ${name}`,
    { skip, timeout: 2_400_000 },
    async () => {
      if ('reason' in where) return;
      swept ??= sweep(where, screens, look, checks);
      assert.deepEqual((await swept).get(name), []);
    },
  ]);
}
