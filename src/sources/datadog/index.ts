import { bearerWebhook } from '../bearer.ts';
import { bodies } from '../bodies.ts';
import type { Source } from '../source.ts';
import { sureness } from './body.ts';
import { identity } from './identity.ts';
import { read } from './read.ts';

/** Payloads of a file that are looked at to know it. */
const mostLookedAt = 100;

/** Datadog. */
export const datadog: Source = {
  name: 'datadog',
  title: 'Datadog',
  sentence: "Notifications that Datadog's Webhooks integration posts: its own payload, or one with its variables.",
  detect: (file) =>
    file.entries
      ? 0
      : Math.max(
          0,
          ...bodies(file)
            .bodies.slice(0, mostLookedAt)
            .map(({ value }) => sureness(value)),
        ),
  read,
  // It signs nothing. A token in a header of the sender's settings is the most that both sides can know.
  webhook: {
    ...bearerWebhook,
    identity,
  },
};
