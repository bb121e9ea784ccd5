import type { Operation } from '../operation.ts';
import { silenceFindings } from '../silence.ts';
import { readIn, ReadingInput } from './reading-input.ts';
import type { ReadResult } from './read.ts';

/** A document as read, its findings without the silenced ones. */
export type CheckResult = ReadResult & { silenced: number };

export const checkDocument: Operation<ReadingInput, CheckResult> = {
  name: 'document.check',
  sentence: 'Find what contradicts itself, cannot be, or is missing.',
  effect: 'read',
  input: ReadingInput,
  run: (input, context) => {
    const result = readIn(context, input);
    return { ...result, ...silenceFindings(result.findings, context.config.silence, input.file) };
  },
};
