import type { PostmortemRecord } from '../record/record.ts';
import { type Cue, findCues } from './cues.ts';
import { ownWords } from './own-words.ts';

/**
 * One piece of free text of the record. `role` says what kind of text it is: proposals may say what should be. `cues`: where the
 * checks of language look closer.
 */
export type Stretch = { path: string; text: string; line?: number; role: 'account' | 'proposal'; cues: readonly Cue[] };

type Part = { key: string; isList: boolean };

function compiled(path: string, role: Stretch['role']): { parts: Part[]; role: Stretch['role'] } {
  const parts = path.split('.').map((part) => ({ key: part.replace('[]', ''), isList: part.endsWith('[]') }));
  return { parts, role };
}

/** Record paths of free text by role; `[]` walks a collection. Code, commands, quotes of messages are not among them. */
const accountPaths = [
  'summary.text',
  'summary.what',
  'summary.impact',
  'summary.rootCause',
  'summary.resolution',
  'impact.text',
  'impact.customers.text',
  'impact.business.text',
  'impact.technical.text',
  'timeline[].text',
  'timeline[].notes',
  'detection.method',
  'detection.sooner',
  'response.efficiency',
  'response.communication',
  'whys[].note',
  'whys[].answer',
  'rootCause.whatHappened',
  'rootCause.primary',
  'rootCause.evidence',
  'reasons[].text',
  'factors[].text',
  'gaps[].text',
  'resolution.text',
  'resolution.whyItWorked',
  'wentWell[].text',
  'wentWrong[].text',
  'lessons[].text',
  'custom[].text',
].map((path) => compiled(path, 'account'));

const proposalPaths = ['actions[].text', 'prevention[].text', 'improvements[].text'].map((path) =>
  compiled(path, 'proposal'),
);

const allPaths = [...accountPaths, ...proposalPaths];

type Walk = { parts: readonly Part[]; role: Stretch['role']; into: Stretch[] };

type Node = { [key: string]: unknown };

/** Follows the parts from `at` on; paths are only spelled out for text that is there. */
function walk(value: unknown, at: number, path: string, line: number | undefined, to: Walk): void {
  const part = to.parts[at];
  if (part === undefined) {
    if (typeof value !== 'string') return;
    const text = ownWords(value);
    const stretch = { path, text, role: to.role, cues: findCues(text) };
    to.into.push(line === undefined ? stretch : { ...stretch, line });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const { key, isList } = part;
  const child: unknown = Object.hasOwn(value, key) ? (value as Node)[key] : undefined;
  if (child === undefined) return;
  const childPath = path === '' ? key : `${path}.${key}`;
  if (!isList) return walk(child, at + 1, childPath, line, to);
  const next = to.parts[at + 1]?.key ?? '';
  if (!Array.isArray(child)) return;
  child.forEach((item: (Node & { line?: number }) | undefined, index) => {
    if (item?.[next] !== undefined) walk(item, at + 1, `${childPath}[${index}]`, item.line, to);
  });
}

/** All free text of a record, in the order of its fields. */
export function readStretches(record: PostmortemRecord): Stretch[] {
  const into: Stretch[] = [];
  for (const { parts, role } of allPaths) walk(record, 0, '', undefined, { parts, role, into });
  return into;
}
