import { bodiesWith } from '../bodies.ts';
import type { Source } from '../source.ts';
import { isBody, isOfApi } from './body.ts';
import { read } from './read.ts';
import { refusal } from './signature.ts';

/** PagerDuty. */
export const pagerduty: Source = {
  name: 'pagerduty',
  title: 'PagerDuty',
  sentence: 'Bodies of PagerDuty webhooks (v1, v2, v3), and log entries of its REST API.',
  // Incidents of the API are claimed too, so that read() can say what to give; a source that a team described comes before.
  detect: (file) => (bodiesWith(file, isBody).length > 0 ? 1 : bodiesWith(file, isOfApi).length > 0 ? 0.5 : 0),
  read,
  webhook: {
    secret: { name: 'signing secret', isRequired: false },
    refusal,
    identity: ({ headers }) => headers['x-webhook-id'],
  },
};
