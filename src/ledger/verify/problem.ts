/** What is wrong with a log. Numbers of entries count from 0. */
export type LogProblem =
  /** An entry's payload is not what its hash was made of. */
  | { kind: 'altered'; seq: number }
  /** An entry is missing, doubled or out of order: where `seq` was expected, `found` came. Nothing after it was looked at. */
  | { kind: 'misplaced'; seq: number; found: number }
  /** Entries from `from` up to, not including, `to` are not those that were signed; those before are. */
  | { kind: 'rewritten'; from: number; to: number }
  /** The first entry that is not what the stored tree has at its place. */
  | { kind: 'differs'; seq: number }
  /** A checkpoint was signed over more entries than there are. */
  | { kind: 'truncated'; signed: number; entries: number }
  /** Two checkpoints cannot be of one log: both sizes, and the second may equal the first. */
  | { kind: 'forked'; size: number; other: number };

/** A problem as a sentence for a person. */
export function problemText(problem: LogProblem): string {
  switch (problem.kind) {
    case 'altered':
      return `entry ${problem.seq} was altered: its payload is not what its hash was made of`;
    case 'misplaced':
      return `entry ${problem.seq} is missing or out of order: entry ${problem.found} came in its place`;
    case 'rewritten':
      return `at least one entry from ${problem.from} to ${problem.to - 1} was rewritten, added or removed after it was signed`;
    case 'differs':
      return `entry ${problem.seq} is the first that is not what the stored tree has at its place`;
    case 'truncated':
      return `the log was truncated: ${problem.signed} entries were signed, ${problem.entries} are there`;
    case 'forked':
      return problem.size === problem.other
        ? `the log was forked: two different checkpoints of ${problem.size} entries are signed`
        : `the log was forked: the checkpoints of ${problem.size} and of ${problem.other} entries are of different histories`;
  }
}
