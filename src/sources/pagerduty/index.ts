import { bodiesWith } from '../bodies.ts';
import type { Source } from '../source.ts';
import { isBody } from './body.ts';
import { read } from './read.ts';
import { refusal } from './signature.ts';

/** PagerDuty. */
export const pagerduty: Source = {
  name: 'pagerduty',
  title: 'PagerDuty',
  sentence: 'Bodies of PagerDuty webhooks (v1, v2, v3), and log entries of its REST API.',
  detect: (file) => (bodiesWith(file, isBody).length > 0 ? 1 : 0),
  read,
  webhook: {
    secret: { name: 'signing secret', isRequired: false },
    refusal,
    identity: ({ headers }) => headers['x-webhook-id'],
  },
};
