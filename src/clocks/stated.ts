import type { PostmortemRecord } from '../record/record.ts';
import { answerOf } from './applies.ts';
import { ClockRule } from './rule.ts';

const period = /\b(\d{1,3}\s?(?:h|hours?|d|days?|w|weeks?|bd|(?:business|working)\sdays?))\b/i;
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-|-$/g, '');

/** Obligations that a document states with their time, of regimes that no rule speaks of: `Acme contract: YES - within 4h`. */
export function statedRules({ obligations = [] }: PostmortemRecord, rules: readonly ClockRule[]): ClockRule[] {
  // Most documents state none, and there are many rules.
  if (obligations.length === 0) return [];
  const known = new Set(rules.flatMap(({ regime, also, under }) => [regime, ...also, under ?? regime]).map(plain));
  const made = new Map<string, ClockRule>();
  for (const { regime = '', required = '' } of obligations) {
    const within = answerOf(required) === 'yes' ? period.exec(required.slice(0, 300))?.[1] : undefined;
    const name = plain(regime);
    if (within === undefined || name === '' || known.has(name) || made.has(name)) continue;
    const rule = {
      id: `stated-${name}`,
      regime: regime.slice(0, 60),
      tell: regime.slice(0, 60),
      what: required.slice(0, 300),
    };
    made.set(name, ClockRule.parse({ ...rule, from: 'aware', within, cite: 'Stated in the document' }));
  }
  return [...made.values()];
}
