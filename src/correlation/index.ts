export { decide, type Decision, type OpenIncident } from './decide.ts';
export type { Correlated } from './fits.ts';
export { readRules, type RulesProblem } from './read-rules.ts';
export { defaultRules, type Rule, type Rules } from './rules.ts';
