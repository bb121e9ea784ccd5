export { EvidenceError, evidenceErrors, type EvidenceErrorCode } from './evidence-error.ts';
export * from './evidence-store.ts';
export { releasing } from './releasing.ts';
export { safeHeaders } from './safe-headers.ts';
