import type { PostmortemRecord } from '../../record/record.ts';
import { type Said, say } from '../../record/said.ts';
import type { Check, Code } from '../check.ts';
import type { Context } from '../context.ts';

const code: Code = {
  code: 'missing.part',
  severity: 'warning',
  sentence: 'A part that every post-mortem needs is empty.',
  remedy: 'Fill it in, or write why it does not apply.',
};

/** Does a value hold anything that was stated? */
function filled(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(filled);
  if (typeof value === 'object' && value !== null) return Object.values(value).some(filled);
  return value !== undefined && value !== null && value !== false;
}

/** What a document without its own rules must have; any one of the record's groups will do. */
const general: readonly { name: Said; path: string; groups: readonly (keyof PostmortemRecord)[] }[] = [
  { name: say`a summary`, path: 'summary', groups: ['summary'] },
  { name: say`the impact`, path: 'impact', groups: ['impact', 'systems', 'symptoms', 'serviceLevels'] },
  { name: say`a timeline`, path: 'timeline', groups: ['timeline'] },
  { name: say`the root cause`, path: 'rootCause', groups: ['rootCause', 'whys', 'reasons', 'factors'] },
  { name: say`actions`, path: 'actions', groups: ['actions', 'prevention', 'improvements'] },
];

const sameAs: { [path: string]: (record: PostmortemRecord) => boolean } = Object.fromEntries(
  general.map(({ path, groups }) => [
    path,
    (record: PostmortemRecord) => groups.some((group) => filled(record[group])) || statedElsewhere(record, path),
  ]),
);

/** The one-page forms: a summary with a line for impact and root cause is enough. */
function statedElsewhere(record: PostmortemRecord, path: string): boolean {
  if (path === 'impact') return filled(record.summary?.impact);
  return path === 'rootCause' && filled(record.summary?.rootCause);
}

function present(record: PostmortemRecord, path: string): boolean {
  const test = Object.hasOwn(sameAs, path) ? sameAs[path] : undefined;
  if (test !== undefined) return test(record);
  let value: unknown = record;
  for (const key of path.split('.')) {
    if (Array.isArray(value)) return value.length > 0 && value.every((item) => filled((item as never)[key]));
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
    value = (value as { [key: string]: unknown })[key];
  }
  return filled(value);
}

function missing(context: Context): { path: string; name: string | Said }[] {
  const { required } = context.policy;
  const wanted = required.length > 0 ? required.map((path) => ({ path, name: `\`${path}\`` })) : general;
  return wanted.filter(({ path }) => !present(context.record, path));
}

/** Required parts: those of the template's policy, or the five that every post-mortem has. */
export const parts: Check = {
  codes: [code],
  run: (context) =>
    missing(context).map(({ path, name }) =>
      context.report(code, { message: say`The document has nothing for ${name}.`, path, cites: [] }),
    ),
};
