import { bearerWebhook } from '../bearer.ts';
import { bodiesWith } from '../bodies.ts';
import type { Source } from '../source.ts';
import { isBody } from './body.ts';
import { read } from './read.ts';

/** Opsgenie, and the alerts of Jira Service Management, which took it over. */
export const opsgenie: Source = {
  name: 'opsgenie',
  title: 'Opsgenie',
  sentence: 'Actions on alerts that the Webhook integration of Opsgenie posts, and alerts of its REST API.',
  detect: (file) => (bodiesWith(file, isBody).length > 0 ? 1 : 0),
  read,
  // It signs nothing. A token in a header of the sender's settings is the most that both sides can know.
  webhook: bearerWebhook,
};
