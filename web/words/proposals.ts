import { plural } from './plural.ts';

/** What agents propose for a document, and people decide. */
export const proposalsWords = {
  title: 'Proposed',
  wait: (count: number) => plural(count, { one: 'An agent proposes a change.', other: 'Agents propose # changes.' }),
  about: 'What agents would change. Accepting one is an edit of yours that names the agent.',
  wants: {
    add: (list: string) => `Add to ${list}`,
    import: (list: string) => `Add several to ${list}`,
    change: (list: string) => `Change an entry of ${list}`,
    move: (list: string) => `Move an entry of ${list}`,
    remove: (list: string) => `Take an entry out of ${list}`,
  } as Record<string, (list: string) => string>,
  set: (part: string) => `Change ${part}`,
  apply: 'Change the document',
  gone: 'The entry is not there any more.',
  lines: (count: number) => plural(count, { one: '# line differs', other: '# lines differ' }),
  further: (count: number) => plural(count, { one: 'and one more', other: 'and # more' }),
  card: (name: string, what: string) => `${name}: ${what}`,
  accept: 'Accept',
  acceptLabel: (what: string) => `Accept: ${what}`,
  accepted: 'Done as proposed.',
  refuse: 'Refuse',
  refuseLabel: (what: string) => `Refuse: ${what}`,
  refuseText: 'Nothing changes. The agent can read the reason.',
  refused: 'Refused.',
  conflict: 'Somebody has changed this since. Change it by hand if you want it, and refuse the proposal.',
  showAll: (count: number) => plural(count, { one: 'Show one more', other: 'Show # more' }),
};
