export { canVerify } from './can-verify.ts';
export { checkCheckpoint, type HeadVerdict } from './check-checkpoint.ts';
export { checkGrowth } from './check-growth.ts';
export type { Check, State } from './check.ts';
export type { ListedKey } from './known-keys.ts';
export { type Entry, type EntryVerdict, type Proof, proveEntry } from './prove-entry.ts';
