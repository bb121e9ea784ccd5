export { type DraftOptions, draftRecord } from './draft.ts';
