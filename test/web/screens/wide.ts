import type { Check } from './sweep.ts';
import { violations } from '../axe.ts';
import { covered, cutOff, smallTargets } from './measure.ts';
import { foreignColours, moving } from './system-colours.ts';
import { tabRound } from './tab-round.ts';

/** What holds of every screen on a wide window. */
export const wideChecks: Record<string, Check> = {
  'targets of 24 px, nothing cut off': async (page) => [...(await smallTargets(page)), ...(await cutOff(page))],
  'no rule of WCAG 2.2 AA broken, light and dark': violations,
  'with text of 200 % nothing scrolls sideways, is cut off or covered': async (page) => {
    const browser = await page.context().newCDPSession(page);
    await browser.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    const found = [...(await cutOff(page)), ...(await covered(page))];
    await browser.send('Page.setFontSizes', { fontSizes: { standard: 16 } });
    return found;
  },
  'in the colours of the system, light and dark in turn, nothing is cut off or covered, fields have an edge, drawings those colours':
    async (page, index) => {
      await page.emulateMedia({ forcedColors: 'active', colorScheme: index % 2 === 0 ? 'light' : 'dark' });
      const found = [...(await cutOff(page)), ...(await covered(page)), ...(await foreignColours(page))];
      await page.emulateMedia({ forcedColors: 'none', colorScheme: null });
      return found;
    },
  'with reduced motion nothing moves': moving,
  'Tab goes through, light and dark: each stop has a ring of 3 to 1 and is in sight, and the focus comes round':
    tabRound,
};
