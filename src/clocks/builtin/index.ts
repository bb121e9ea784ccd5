import { ClockRule } from '../rule.ts';
import { america } from './america.ts';
import { cards } from './cards.ts';
import { europe } from './europe.ts';

/** The clocks that come along. Not legal advice: each cites its law, and a team changes what does not fit it. */
export const builtinRules: readonly ClockRule[] = [...europe, ...america, ...cards].map((rule) =>
  ClockRule.parse(rule),
);

/** What may be true of an organisation, as the rules ask for it. */
export const concerns = [
  'eu-personal-data',
  'nis2-entity',
  'nis2-trust-service',
  'dora-financial-entity',
  'cra-manufacturer',
  'sec-registrant',
  'hipaa-covered-entity',
  'hipaa-business-associate',
  'nydfs-covered-entity',
  'california-residents',
  'new-york-residents',
  'texas-residents',
  'card-data',
] as const;
export type Concern = (typeof concerns)[number];
