import { checkDocument } from './document/check.ts';
import { draftDocument } from './document/draft.ts';
import { newDocument } from './document/new.ts';
import { patchDocument } from './document/patch.ts';
import { readIn, ReadingInput } from './document/reading-input.ts';
import type { ReadResult } from './document/read.ts';
import { writeDocument } from './document/write.ts';
import type { Operation } from './operation.ts';
import { layOutTemplate } from './template/layout.ts';
import { learnTemplate } from './template/learn.ts';
import { listTemplates } from './template/list.ts';
import { showTemplate } from './template/show.ts';

const readOperation: Operation<ReadingInput, ReadResult> = {
  name: 'document.read',
  sentence: 'Read a document into its record, figures, claims and findings, none of them silenced.',
  effect: 'read',
  input: ReadingInput,
  run: (input, context) => readIn(context, input),
};

/** Everything Hindcast can do. A new operation is a file and a line here; the faces are loops over this list. */
export const operations = [
  readOperation,
  checkDocument,
  writeDocument,
  patchDocument,
  newDocument,
  draftDocument,
  listTemplates,
  showTemplate,
  layOutTemplate,
  learnTemplate,
] as const;
