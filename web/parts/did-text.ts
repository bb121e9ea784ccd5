import { words } from '../words/index.ts';
import { fieldWithin } from './field-name.ts';

const { operations, lists } = words.did;

/** What an operation did, for the middle of a sentence: `timeline.change` is `changed an entry of timeline`. */
export function didText(operation: string): string {
  const [list = '', verb = ''] = operation.split('.');
  return operations[operation] ?? lists[verb]?.(fieldWithin(list)) ?? operation;
}
