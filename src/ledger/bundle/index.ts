export type { Bundle, BundledAnchor, BundledEntry, BundledEvidence, BundledSignoff, Check } from './bundle.ts';
export { sealBundle } from './seal.ts';
export { type Verdict, verifyBundle } from './verify-bundle.ts';
