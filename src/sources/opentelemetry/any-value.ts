import { jsonText } from '../json-text.ts';
import { memberOf, Text, textOf } from '../lenient.ts';

/** Values within values are followed this far; a hostile body has no end. */
const depthLimit = 8;

/** The value of an AnyValue: text, number, boolean, list, object. Undefined for an empty one. */
export function readAny(value: unknown, depth = 0): unknown {
  if (depth > depthLimit) return '…';
  // Some senders leave the wrapping of a text away.
  if (typeof value === 'string') return value;
  for (const name of ['stringValue', 'boolValue', 'intValue', 'doubleValue', 'bytesValue']) {
    const found = memberOf(value, name);
    if (found !== undefined && found !== null) return found;
  }
  const list = memberOf(memberOf(value, 'arrayValue'), 'values');
  if (Array.isArray(list)) return list.map((item: unknown) => readAny(item, depth + 1));
  const pairs = memberOf(memberOf(value, 'kvlistValue'), 'values');
  return Array.isArray(pairs) ? Object.fromEntries(readPairs(pairs, depth + 1)) : undefined;
}

/** Names and values of a list of attributes. */
export function readPairs(pairs: unknown[], depth = 0): [string, unknown][] {
  return pairs.flatMap((pair) => {
    const name = textOf(pair, 'key');
    return name === undefined ? [] : [[name, readAny(memberOf(pair, 'value'), depth)] as [string, unknown]];
  });
}

/** A value as a text: itself, or its JSON. */
export function anyText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return Text.parse(value) ?? (typeof value === 'object' ? jsonText(value, 0) : '');
}
