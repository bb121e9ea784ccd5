export { learnTemplate, type Learned } from './learn.ts';
export type { Proposal } from './proposal.ts';
