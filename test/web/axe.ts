import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const options = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  // The library leaves this one out unless it is asked for.
  rules: { 'target-size': { enabled: true } },
};

type Found = { id: string; help: string; nodes: { html: string; failureSummary?: string }[] };

/** Rules of WCAG 2.2 AA that a machine can check and that the page as it is now breaks. */
export async function violations(page: Page): Promise<string[]> {
  // The page's own policy refuses script elements; what the browser's tools evaluate is not subject to it.
  await page.evaluate(source);
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

/** Fails when the page as it is now breaks a rule of WCAG 2.2 AA that a machine can check, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    assert.deepEqual(await violations(page), [], `${colorScheme}, ${page.url()}`);
  }
  await page.emulateMedia({ colorScheme: null });
}
