export { builtinRules, concerns } from './builtin/index.ts';
export type { Calendar } from './days.ts';
export { ClockMark } from './mark.ts';
export { rulesWith } from './own.ts';
export { ClockId, ClockRule, OwnRules } from './rule.ts';
export { type ClockState, type Ground, type Standing, standClocks } from './standing.ts';
export type { Start } from './start.ts';
