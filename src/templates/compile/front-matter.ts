import { parseDocument } from 'yaml';
import { Policy } from '../../record/policy.ts';
import { TemplateError } from '../template-error.ts';

/** The part of a template's front matter that is no policy. */
export type TemplateHead = {
  name: string;
  title: string;
  sentence: string;
  incidentId?: string;
  defaults: Map<string, string>;
};

const own = new Set(['name', 'title', 'sentence', 'incidentId', 'defaults']);
const policyKeys = new Set(Object.keys(Policy.shape));
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Reads the YAML of a template. `line` is the 1-based line of its first character. Throws TemplateError. */
export function readTemplateHead(yaml: string, line: number): { head: TemplateHead; policy: Policy } {
  const parsed = parseDocument(yaml);
  const fault = parsed.errors[0];
  if (fault !== undefined) {
    const at = line + (fault.linePos?.[0].line ?? 1) - 1;
    throw new TemplateError(at, `The front matter is no YAML: ${firstLine(fault.message)}.`, 'Mend it there.');
  }
  let raw: unknown;
  try {
    raw = parsed.toJS({ maxAliasCount: 20 }) ?? {};
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new TemplateError(
      line,
      `The front matter cannot be read: ${what}.`,
      'Write its values out, without aliases.',
    );
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw new TemplateError(line, 'The front matter is no map.', 'Write it as `key: value` lines.');
  const map = new Map(Object.entries(raw));
  for (const key of map.keys()) {
    if (!own.has(key) && !policyKeys.has(key))
      throw new TemplateError(
        line + lineOfKey(yaml, key),
        `The front matter has an unknown key \`${key}\`.`,
        `Known are ${[...own, ...policyKeys].join(', ')}.`,
      );
  }
  const name = text(map.get('name'));
  if (name === undefined) throw new TemplateError(line, 'The template has no name.', 'Add `name: my-template`.');
  const policy = Policy.safeParse(Object.fromEntries([...map].filter(([key]) => policyKeys.has(key))));
  if (!policy.success) {
    const issue = policy.error.issues[0];
    const key = String(issue?.path[0] ?? '');
    throw new TemplateError(
      line + lineOfKey(yaml, key),
      `\`${issue?.path.join('.') ?? ''}\` in the front matter is wrong: ${issue?.message ?? ''}.`,
      'See docs/templates.md for its form.',
    );
  }
  const defaults = map.get('defaults');
  const incidentId = text(map.get('incidentId'));
  const head: TemplateHead = {
    name,
    title: text(map.get('title')) ?? name,
    sentence: text(map.get('sentence')) ?? '',
    defaults: new Map(typeof defaults === 'object' && defaults !== null ? stringEntries(defaults) : []),
    ...(incidentId === undefined ? {} : { incidentId }),
  };
  return { head, policy: policy.data };
}

function stringEntries(map: object): [string, string][] {
  return Object.entries(map).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}

function lineOfKey(yaml: string, key: string): number {
  const index = yaml.split('\n').findIndex((line) => line.startsWith(`${key}:`));
  return Math.max(0, index);
}

const firstLine = (message: string): string => (message.split('\n')[0] ?? '').replace(/ at line .*$/, '');
