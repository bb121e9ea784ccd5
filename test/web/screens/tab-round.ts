import type { Page } from 'playwright-core';
import { ringFaults, ringLook } from '../stories/ring.ts';

/** Enough to have been at each kind of thing that a screen has. */
const mostStops = 60;

/** In the page: notes what has the focus as a stop, and says whether it is a new one, with faults of its mark; `none` is the browser's own bar. */
const noteStop = `(() => {
  const stops = (globalThis.tabStops ??= []);
  const at = document.activeElement;
  if (at === null || at === document.body) return { stop: 'none', faulty: false };
  if (stops.includes(at)) return { stop: 'again', faulty: false };
  stops.push(at);
  return { stop: 'new', faulty: ${ringLook}.length > 0 };
})()`;

/** In the page: the mark of each stop once more; what fades in or scrolls gets a moment. Those that are gone by now are left out. */
const lookAgain = `(async () => {
  const found = [];
  for (const stop of globalThis.tabStops ?? []) {
    stop.focus();
    if (document.activeElement !== stop) continue;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (${ringLook}.length === 0) continue;
    await new Promise((resolve) => setTimeout(resolve, 200));
    found.push(...${ringLook});
  }
  return found;
})()`;

/** Goes once around by Tab and looks at the mark of each stop, then at each again in dark; gives what is wrong. */
export async function tabRound(page: Page): Promise<string[]> {
  const wrong: string[] = [];
  let [lost, stops] = [0, 0];
  await page.emulateMedia({ colorScheme: 'light' });
  for (let key = 0; key < mostStops; key += 1) {
    await page.keyboard.press('Tab');
    const { stop, faulty } = await page.evaluate<{ stop: 'none' | 'again' | 'new'; faulty: boolean }>(noteStop);
    if (stop === 'again') break;
    // Once around: the browser's own bar is between the last stop and the first.
    if (stop === 'none' && (lost += 1) > 1) break;
    if (stop === 'none') continue;
    stops += 1;
    if (faulty) wrong.push(...(await ringFaults(page)).map((fault) => `light ${fault}`));
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  // The last key was Tab, so the browser still marks what gets the focus.
  wrong.push(...(await page.evaluate<string[]>(lookAgain)).map((fault) => `dark ${fault}`));
  const targets = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  // A page that only tells something has nowhere to lead to.
  if (stops === 0 && (await page.locator(targets).count()) > 0) wrong.push('Tab leads nowhere');
  return [...new Set(wrong)];
}
