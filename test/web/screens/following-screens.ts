import { dialogOf, failing, type ScreenShown } from './reach.ts';

const meeting = '/incidents/:incident/meeting';
const [one, rung] = ['/incidents/:incident/follow-up', '/incidents/:incident/follow-up/:rung'];

/** The screens of what follows an incident: reviews of all of them, and those of one. */
export const followingScreens: ScreenShown[] = [
  { name: 'meeting', route: meeting, address: '/incidents/INC-6/meeting', pictured: true },
  { name: 'meeting-none', route: meeting, address: '/incidents/INC-1/meeting' },
  { name: 'meeting-plan', route: meeting, address: '/incidents/INC-1/meeting', reach: dialogOf('Plan the meeting…') },
  { name: 'meeting-ask', route: meeting, address: '/incidents/INC-1/meeting', reach: dialogOf('Have them asked…') },
  { name: 'reviews', route: '/reviews', address: '/reviews', pictured: true },
  { name: 'reviews-held', route: '/reviews', address: '/reviews?state=held' },
  { name: 'reviews-failed', route: '/reviews', address: '/reviews', before: failing('**/api/v1/looks-back*') },
  { name: 'follow-up', route: one, address: '/incidents/INC-6/follow-up', pictured: true },
  { name: 'follow-up-held', route: rung, address: '/incidents/INC-6/follow-up/1w', pictured: true },
  { name: 'follow-up-none', route: one, address: '/incidents/INC-5/follow-up' },
  {
    name: 'follow-up-hold',
    route: rung,
    address: '/incidents/INC-6/follow-up/3mo',
    reach: dialogOf('Hold this review…'),
  },
  { name: 'follow-up-move', route: rung, address: '/incidents/INC-6/follow-up/3mo', reach: dialogOf('Move…') },
];
