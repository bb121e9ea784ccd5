import type { Page } from 'playwright-core';
import { ringFaults } from '../stories/ring.ts';

/** Enough to have been at each kind of thing that a screen has. */
const mostStops = 60;

const focused = `document.activeElement === document.body ? '' : [...document.querySelectorAll('*')].indexOf(document.activeElement) + ''`;

/** Goes once around by Tab and looks at the mark of each stop, in light and in dark; gives what is wrong. */
export async function tabRound(page: Page): Promise<string[]> {
  const wrong: string[] = [];
  const stops = new Set<string>();
  let [lost, dark] = [0, false];
  const look = async () =>
    wrong.push(...(await ringFaults(page)).map((fault) => `${dark ? 'dark' : 'light'} ${fault}`));
  await page.emulateMedia({ colorScheme: 'light' });
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate<string>(focused);
    // Once around: the browser's own bar is between the last stop and the first.
    if (at === '' || stops.has(at)) {
      lost += 1;
      if (lost > 1 || stops.has(at)) break;
      continue;
    }
    stops.add(at);
    await look();
    dark = !dark;
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    await look();
  }
  const targets = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  // A page that only tells something has nowhere to lead to.
  if (stops.size === 0 && (await page.locator(targets).count()) > 0) wrong.push('Tab leads nowhere');
  return [...new Set(wrong)];
}
