import type { PostmortemRecord } from '../record/record.ts';

/** One piece of free text of the record. `role` says what kind of text it is: proposals may say what should be. */
export type Stretch = { path: string; text: string; line?: number; role: 'account' | 'proposal' };

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
].map((path) => ({ path, parts: path.split('.'), role: 'account' as const }));

const proposalPaths = ['actions[].text', 'prevention[].text', 'improvements[].text'].map((path) => ({
  path,
  parts: path.split('.'),
  role: 'proposal' as const,
}));

const allPaths = [...accountPaths, ...proposalPaths];

/** Fenced code and quoted lines are somebody else's words. */
const foreign = /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1|(?![\s\S]))|^ {0,3}>[^\n]*$/gm;

/** Blanks fenced code and quotes of a text, keeping every offset. */
export function ownWords(text: string): string {
  if (!text.includes('\n') && !text.startsWith('>')) return text;
  return text.replace(foreign, (part) => part.replace(/[^\n]/g, ' '));
}

function walk(value: unknown, parts: readonly string[], path: string, line: number | undefined, into: Found[]): void {
  const [part, ...rest] = parts;
  if (part === undefined) {
    if (typeof value === 'string') into.push({ path, text: value, line });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const key = part.endsWith('[]') ? part.slice(0, -2) : part;
  const child: unknown = Object.hasOwn(value, key) ? (value as { [key: string]: unknown })[key] : undefined;
  const childPath = path === '' ? key : `${path}.${key}`;
  if (part === key) return walk(child, rest, childPath, line, into);
  if (!Array.isArray(child)) return;
  child.forEach((item: { line?: number }, index) => walk(item, rest, `${childPath}[${index}]`, item?.line, into));
}

type Found = { path: string; text: string; line: number | undefined };

/** All free text of a record, in the order of its fields. */
export function readStretches(record: PostmortemRecord): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { parts, role } of allPaths) {
    const found: Found[] = [];
    walk(record, parts, '', undefined, found);
    for (const { path, text, line } of found)
      stretches.push({ path, text: ownWords(text), role, ...(line === undefined ? {} : { line }) });
  }
  return stretches;
}
