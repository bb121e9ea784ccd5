/** A value of JSON whose numbers keep their letters, so that `1.0` and `1e3` can be written as they were. */
export type Json = null | boolean | string | RawNumber | Json[] | JsonObject;
/** An object of JSON. */
export type JsonObject = { [key: string]: Json };
type RawNumber = { number: string; [numberMark]: true };

const numberMark = Symbol('number');

/** How a program writes JSON: keys sorted or as they came, blanks after `,` and `:`, letters outside ASCII as `\u`. */
export type JsonStyle = { sorted: boolean; spaced: boolean; ascii: boolean };

type Reviver = (this: unknown, key: string, value: unknown, context: { source?: string }) => unknown;
const parse = JSON.parse as (text: string, reviver: Reviver) => unknown;

/** Reads one line as an object; `undefined` when it is none, or is nested too deeply to be written again. */
export function readObject(line: string): JsonObject | undefined {
  try {
    const value = parse(line, (_key, inner, { source }) =>
      typeof inner === 'number' ? { number: source ?? String(inner), [numberMark]: true } : inner,
    );
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value) && !isNumber(value as Json);
    return isObject ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}

const isNumber = (value: Json): value is RawNumber =>
  typeof value === 'object' && value !== null && numberMark in value;

/** A value's own text: that of a string without quotes, everything else as JSON. */
export const plainValue = (value: Json): string =>
  typeof value === 'string' ? value : jsonText(value, { sorted: false, spaced: false, ascii: false });

/** Writes a value in a style. Sorting is by UTF-16 code units, as RFC 8785 has it. */
export function jsonText(value: Json, style: JsonStyle): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return stringText(value, style);
  if (isNumber(value)) return value.number;
  const comma = style.spaced ? ', ' : ',';
  if (Array.isArray(value)) return `[${value.map((item) => jsonText(item, style)).join(comma)}]`;
  const keys = style.sorted ? Object.keys(value).sort() : Object.keys(value);
  const colon = style.spaced ? ': ' : ':';
  const members = keys.map((key) => `${stringText(key, style)}${colon}${jsonText(value[key] ?? null, style)}`);
  return `{${members.join(comma)}}`;
}

function stringText(value: string, { ascii }: JsonStyle): string {
  const text = JSON.stringify(value);
  return ascii
    ? text.replace(/[\u007f-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
    : text;
}
