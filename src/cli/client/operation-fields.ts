import { z } from 'zod';
import type { AnyStored } from '../../operations/stored-operation.ts';
import { describeType } from '../../http/reference-type.ts';
import type { Option } from '../command.ts';

/** JSON Schema as far as options need it. */
type Schema = {
  type?: string;
  enum?: string[];
  items?: Schema;
  anyOf?: Schema[];
  maxLength?: number;
  properties?: Record<string, Schema>;
  required?: string[];
};

/** One field of an input: where it goes, and how its words on the command line are read. */
export type Field = {
  option: string;
  path: string[];
  kind: 'text' | 'number' | 'flag' | 'texts' | 'fields' | 'json';
  required: boolean;
  /** What its value is, in words. */
  sentence: string;
};

const isScalar = ({ type }: Schema): boolean =>
  type === 'string' || type === 'number' || type === 'integer' || type === 'boolean';

function kindOf(name: string, { type, items, anyOf }: Schema): Field['kind'] {
  const [only, ...others] = anyOf?.filter((each) => each.type !== 'null') ?? [];
  if (only !== undefined && others.length === 0) return kindOf(name, only);
  if (name === 'set' && type === 'object') return 'fields';
  if (type === 'string') return 'text';
  if (type === 'number' || type === 'integer') return 'number';
  if (type === 'boolean') return 'flag';
  return type === 'array' && items?.type === 'string' ? 'texts' : 'json';
}

/** `operatingHours` as an option is written: `operating-hours`. */
export const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The names in braces of an operation's path, in order: its operands. */
export const operandsOf = ({ route }: AnyStored): string[] =>
  [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);

/** Long texts and JSON are seldom typed. */
const fromFile = (kind: Field['kind'], { enum: choices, maxLength = 0 }: Schema): string =>
  kind === 'json' || (kind === 'text' && choices === undefined && maxLength > 10_000)
    ? '; @FILE takes it from a file, @- from standard input'
    : '';

/** The fields of an operation's input that are no operands. The fields of an `entry` stand beside the others. */
export function fieldsOf(operation: AnyStored): Field[] {
  const whole = z.toJSONSchema(operation.input, { unrepresentable: 'any', io: 'input' }) as Schema;
  const operands = operandsOf(operation);
  const found = new Map<string, Field>();
  const add = (path: string[], schema: Schema, required: boolean) => {
    const name = path.at(-1) ?? '';
    const option = dashed(name);
    if (operands.includes(name) && path.length === 1) return;
    if (found.has(option)) return;
    const kind = kindOf(name, schema);
    found.set(option, {
      option,
      path,
      kind,
      required,
      sentence: sentences[kind] ?? `${describeType(schema)}${fromFile(kind, schema)}`,
    });
  };
  for (const [name, schema] of Object.entries(whole.properties ?? {}))
    add([name], schema, name !== 'entry' && (whole.required ?? []).includes(name));
  const { entry } = whole.properties ?? {};
  for (const [name, schema] of Object.entries(entry?.properties ?? {}))
    if (isScalar(schema)) add(['entry', name], schema, false);
  return [...found.values()];
}

/** What is typed differently from what is sent. */
const sentences: Partial<Record<Field['kind'], string>> = {
  flag: 'yes, if given',
  texts: 'text; repeat it for several',
  fields: 'a field to set (empty removes it); repeat it, or give JSON',
};

const values: Record<Field['kind'], string> = {
  text: 'TEXT',
  number: 'N',
  flag: '',
  texts: 'TEXT',
  fields: 'FIELD=VALUE',
  json: 'JSON',
};

/** A field as an option of the command line. */
export function optionOf({ kind, required, sentence: said }: Field): Option {
  const sentence = `${said}${required ? ' (needed)' : ''}`;
  if (kind === 'flag') return { type: 'boolean', sentence };
  const several = kind === 'texts' || kind === 'fields' ? { multiple: true } : {};
  return { type: 'string', value: values[kind], sentence, ...several };
}
