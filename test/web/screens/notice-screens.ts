import { dialogOf, failing, press, type ScreenShown } from './reach.ts';

const route = '/settings/:part';

/** The screens of what people and channels are told. */
export const noticeScreens: ScreenShown[] = [
  { name: 'notifications', route, address: '/settings/notifications', pictured: true },
  {
    name: 'notifications-quiet',
    route,
    address: '/settings/notifications',
    reach: async (page, told) => {
      await page.getByRole('checkbox', { name: told(/^Quiet hours/) }).check();
      await page.getByLabel(told('Your time zone')).fill('Nowhere');
      await page.getByText(told('There is no such time zone. Write it as Europe/Berlin.')).waitFor();
    },
  },
  {
    name: 'notifications-failed',
    route,
    address: '/settings/notifications',
    before: failing('**/api/v1/preference'),
  },
  { name: 'channels', route, address: '/settings/channels', pictured: true },
  { name: 'channels-new', route, address: '/settings/channels', reach: press('New channel') },
  { name: 'channels-change', route, address: '/settings/channels', reach: dialogOf(/^Change /) },
  { name: 'channels-remove', route, address: '/settings/channels', reach: dialogOf(/^Remove /) },
  { name: 'outbox', route, address: '/settings/outbox', pictured: true },
  { name: 'outbox-failed', route, address: '/settings/outbox', before: failing('**/api/v1/notices*') },
  { name: 'outbox-notice', route, address: '/settings/outbox', reach: dialogOf(/^Show: /) },
  { name: 'unsubscribe', route: '/unsubscribe/:id', address: '/unsubscribe/none', open: true },
];
