import { press, type ScreenShown } from './reach.ts';

const incident = '/incidents/:incident';

/** The screens of what leaves the house, and the pages that everybody sees. */
export const outsideScreens: ScreenShown[] = [
  { name: 'tell', route: `${incident}/tell`, address: '/incidents/INC-1/tell', pictured: true },
  {
    name: 'tell-status-page',
    route: `${incident}/tell`,
    address: '/incidents/INC-3/tell',
    reach: async (page, told) => {
      await page.getByLabel(told('Status page and its subscribers')).check();
      await page.getByLabel(told('I told it elsewhere')).check();
    },
  },
  {
    name: 'review-leak-report',
    route: `${incident}/review`,
    address: '/incidents?title=invoices',
    pictured: true,
    reach: async (page, told) => {
      await page.getByRole('link', { name: 'Invoices were late' }).first().click();
      // On narrow screens its way is in a menu.
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.waitForURL(/INC-\d+$/);
      await page.goto(`${page.url()}/review`);
      await page.getByRole('button', { name: told('Preview'), exact: true }).click();
      await page.getByRole('heading', { name: told('What still looks like a leak') }).waitFor();
    },
  },
  { name: 'reminders', route: '/settings/:part', address: '/settings/reminders', pictured: true },
  { name: 'trackers', route: '/settings/:part', address: '/settings/trackers', pictured: true },
  { name: 'trackers-new', route: '/settings/:part', address: '/settings/trackers', reach: press('New tracker') },
  {
    name: 'tracker',
    route: '/settings/:part',
    address: '/settings/trackers',
    pictured: true,
    reach: press(/^Open the tracker/),
  },
  { name: 'status-settings', route: '/settings/:part', address: '/settings/status', pictured: true },
  { name: 'status', route: '/status', address: '/status', open: true, pictured: true },
  { name: 'status-history', route: '/status/history', address: '/status/history', open: true },
  { name: 'status-off', route: '/status/incidents/:report', address: '/status/incidents/none', open: true },
  { name: 'status-confirm', route: '/status/confirm/:id', address: '/status/confirm/none', open: true },
  { name: 'status-unsubscribe', route: '/status/unsubscribe/:id', address: '/status/unsubscribe/none', open: true },
  { name: 'brief', route: '/read/:incident/brief', address: '/read/INC-1/brief', pictured: true },
  { name: 'audit-view', route: '/read/:incident/audit', address: '/read/INC-5/audit' },
];
