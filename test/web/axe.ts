import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const everyRule = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  // The library leaves this one out unless it is asked for.
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
};
/** What another colour scheme can break. */
const colours = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  resultTypes: ['violations'],
};

type Found = { id: string; help: string; nodes: { html: string; failureSummary?: string }[] };

async function run(page: Page, options: object): Promise<string[]> {
  // The page's own policy refuses script elements; what the browser's tools evaluate is not subject to it.
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(source);
  // What is scrolled half under the bar at the top would count as too small to hit.
  const found = (await page.evaluate(
    `(async (top) => {
      scrollTo({ top: 0, behavior: 'instant' });
      const { violations } = await axe.run(${JSON.stringify(options)});
      scrollTo({ top, behavior: 'instant' });
      return violations;
    })(scrollY)`,
  )) as Found[];
  return found.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes
        .map(({ html, failureSummary }) => `  ${html.slice(0, 200)}\n  ${failureSummary}`)
        .slice(0, 4)
        .join('\n')}`,
  );
}

/** Rules of WCAG 2.2 AA that a machine can check and that the page as it is now breaks: all in light, those of colours in dark too. */
export async function violations(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await run(page, everyRule);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await run(page, colours);
  await page.emulateMedia({ colorScheme: null });
  return [...light.map((each) => `light ${each}`), ...dark.map((each) => `dark ${each}`)];
}

/** Fails when the page as it is now breaks a rule of WCAG 2.2 AA that a machine can check, in light or in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  assert.deepEqual(await violations(page), [], page.url());
}
