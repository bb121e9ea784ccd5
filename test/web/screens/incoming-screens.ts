import { dialogOf, failing, press, type ScreenShown } from './reach.ts';

/** The screens of what other systems send: signals, hooks and rules. */
export const incomingScreens: ScreenShown[] = [
  { name: 'signals', route: '/signals', address: '/signals', pictured: true },
  { name: 'signals-none', route: '/signals', address: '/signals?state=ignored' },
  { name: 'signals-failed', route: '/signals', address: '/signals', before: failing('**/api/v1/signals*') },
  {
    name: 'signals-selected',
    route: '/signals',
    address: '/signals',
    reach: async (page, told) => {
      await page
        .getByRole('checkbox', { name: told(/^Select all of/) })
        .first()
        .check();
      await dialogOf('Join to an incident…')(page, told);
    },
  },
  {
    name: 'signals-open',
    route: '/signals',
    address: '/signals',
    reach: async (page, told) => {
      await page
        .getByRole('checkbox', { name: told(/^Select: /) })
        .first()
        .check();
      await dialogOf('Open an incident…')(page, told);
    },
  },
  { name: 'signals-original', route: '/signals', address: '/signals', reach: dialogOf(/^Original of/) },
  { name: 'hooks', route: '/settings/:part', address: '/settings/hooks', pictured: true },
  { name: 'hooks-failed', route: '/settings/:part', address: '/settings/hooks', before: failing('**/api/v1/hooks') },
  {
    name: 'hooks-new',
    route: '/settings/:part',
    address: '/settings/hooks',
    reach: async (page, told) => {
      await press('New hook')(page, told);
      await page.getByText(told('How to set it up')).click();
      await page.getByText('alertmanager.yml').waitFor();
    },
  },
  {
    name: 'hook',
    route: '/settings/:part',
    address: '/settings/hooks',
    pictured: true,
    reach: async (page, told) => {
      await press(/^Open the hook/)(page, told);
      await page
        .getByRole('button', { name: told(/^Show delivery/) })
        .first()
        .waitFor();
    },
  },
  {
    name: 'hook-delivery',
    route: '/settings/:part',
    address: '/settings/hooks',
    reach: async (page, told) => {
      await press(/^Open the hook/)(page, told);
      await page
        .getByRole('button', { name: told(/^Show delivery/) })
        .nth(1)
        .click();
      await page.getByRole('dialog').locator('pre').first().waitFor();
    },
  },
  {
    name: 'hook-rotate',
    route: '/settings/:part',
    address: '/settings/hooks',
    reach: async (page, told) => {
      await press(/^Open the hook/)(page, told);
      await dialogOf('New address')(page, told);
    },
  },
  {
    name: 'hook-revoke',
    route: '/settings/:part',
    address: '/settings/hooks',
    reach: async (page, told) => {
      await press(/^Open the hook/)(page, told);
      await dialogOf('Revoke')(page, told);
    },
  },
  {
    name: 'hook-change',
    route: '/settings/:part',
    address: '/settings/hooks',
    reach: async (page, told) => {
      await press(/^Open the hook/)(page, told);
      await dialogOf('Change')(page, told);
    },
  },
  {
    name: 'rules',
    route: '/settings/:part',
    address: '/settings/rules',
    pictured: true,
    reach: async (page, told) => {
      await page.locator('.cm-content').waitFor();
      await page.getByRole('columnheader', { name: told('Why') }).waitFor({ state: 'attached' });
    },
  },
  {
    name: 'rules-wrong',
    route: '/settings/:part',
    address: '/settings/rules',
    reach: async (page, told) => {
      await page.locator('.cm-content').click();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('rules:\n  - name: X\ndo: fly\n');
      await page.getByRole('button', { name: told(/^Go to line/) }).waitFor();
      await page.getByText(told('What a rule can say')).click();
    },
  },
];
