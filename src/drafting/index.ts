export { momentKey } from './entry-finder.ts';
export { type DraftOptions, draftRecord } from './draft.ts';
export { draftTimeline, type DraftedEntry } from './draft-timeline.ts';
export { type Citable, citedSentences } from './rewrite/cited-sentences.ts';
export { citableEvents, question, rewritable, sectionsIn } from './rewrite/question.ts';
