import type { EvidenceFile, Source } from '../source.ts';
import { commitsIn } from './read.ts';
import { read } from './read.ts';

/** How much of a long log is looked at to tell what it is. */
const reach = 20_000;

const detect = (input: EvidenceFile): number =>
  input.entries || commitsIn(input.text.slice(0, reach)).length === 0 ? 0 : 0.95;

/** What was committed, and when. */
export const git: Source = {
  name: 'git',
  title: 'git log',
  sentence: 'The output of `git log`, in its own formats or with one line for each commit and its time in it.',
  plain: true,
  detect,
  read,
  webhook: {},
};
