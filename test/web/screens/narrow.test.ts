import { test } from 'node:test';
import { furnished } from './furnished.ts';
import { violations } from '../axe.ts';
import { covered, cutOff, smallTargets } from './measure.ts';
import { screenTests } from './sweep.ts';

const tests = screenTests(
  await furnished(),
  { width: 320, height: 256 },
  {
    'at a zoom of 400 % (320 px of 1280) it reflows; nothing is cut off or covered': async (page) => [
      ...(await cutOff(page)),
      ...(await covered(page)),
    ],
    'at 390 px targets of 24 px, nothing cut off': async (page) => {
      await page.setViewportSize({ width: 390, height: 900 });
      return [...(await smallTargets(page)), ...(await cutOff(page))];
    },
    'at 390 px no rule of WCAG 2.2 AA broken, light and dark': violations,
  },
);
for (const [name, options, run] of tests) test(name, options, run);
