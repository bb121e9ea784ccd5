import { collections } from './vocabulary/collections.ts';
import { slot } from './state.ts';

const own: { [collection: string]: string } = {
  timeline: '{{timeline.time}} - {{timeline.text}}',
  roles: '{{roles.role}}: {{roles.name}}',
  whys: 'Why? {{whys.answer}}',
  costs: '{{costs.category}}: {{costs.amount}}',
  metrics: '{{metrics.name}}: {{metrics.during}}',
  serviceLevels: '{{serviceLevels.indicator}}: {{serviceLevels.value}}',
  signoffs: '{{signoffs.role}}: {{signoffs.name}}',
  reviews: '{{reviews.interval}}: {{reviews.date}}',
  transitions: '{{transitions.from}} -> {{transitions.to}} @ {{transitions.at}} ({{transitions.reason}})',
};

/** The entry of a collection when the form shows none: its main field, or the two that make no sense apart. */
export function defaultItem(collection: string): string {
  return own[collection] ?? slot(`${collection}.${collections[collection]?.main ?? 'text'}`);
}
