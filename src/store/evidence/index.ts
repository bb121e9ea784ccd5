export { EvidenceError, evidenceErrors, type EvidenceErrorCode } from './evidence-error.ts';
export * from './evidence-store.ts';
export { missingFrom } from './missing.ts';
export { releasing } from './releasing.ts';
export { evidenceSample, type KeptObject } from './sample.ts';
export { safeHeaders } from './safe-headers.ts';
