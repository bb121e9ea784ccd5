import { bodiesWith } from '../bodies.ts';
import type { Source } from '../source.ts';
import { isBody } from './body.ts';
import { identity } from './identity.ts';
import { read } from './read.ts';
import { refusal } from './signature.ts';

/** Grafana alerting. */
export const grafana: Source = {
  name: 'grafana',
  title: 'Grafana',
  sentence:
    'Bodies that Grafana alerting posts to a webhook: those of contact points, and those of old dashboard alerts.',
  detect: (file) => (bodiesWith(file, isBody).length > 0 ? 1 : 0),
  read,
  webhook: { secret: { name: 'HMAC secret, or bearer token', isRequired: false }, refusal, identity },
};
