import type { Gate } from '../../src/operations/lifecycle/gate.ts';
import { told } from '../parts/told.ts';
import { words } from '../words/index.ts';

export type { Gate } from '../../src/operations/lifecycle/gate.ts';

/** A step of the lifecycle, and one thing that stands in its way. */
export type Step = Gate['steps'][number];
export type Blocker = Step['blockers'][number];

/** What a step is called on its button. */
export const nameOf = ({ operation, sentence }: Step): string => words.steps.names[operation] ?? told(sentence);

/** What follows from where a document stands; it is read again after each step. */
export const readAgain = [
  'incident.show',
  'lifecycle.gate',
  'publication.show',
  'publication.preview',
  'version.list',
  'ledger.list',
  'incident.history',
];

/** What stands in the way and what to do, in the language that is spoken. */
export const blockerText = ({ sentence, remedy, says }: Blocker): { sentence: string; remedy: string } => ({
  sentence: told(sentence, says?.['sentence']),
  remedy: told(remedy, says?.['remedy']),
});
