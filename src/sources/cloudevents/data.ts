import { base64Bytes } from '../base64.ts';
import { memberOf, textOf } from '../lenient.ts';
import { isJson } from './values.ts';

/** The data of an event: a value where it is JSON, a text, or how many bytes it has. */
export type Data = { value?: unknown; text?: string };

/** Decodes `data` and `data_base64`. Bytes are a text only where their type says so. */
export function dataOf(event: unknown): Data {
  const type = textOf(event, 'datacontenttype');
  const encoded =
    memberOf(event, 'data_base64') ??
    (textOf(event, 'datacontentencoding') === 'base64' ? memberOf(event, 'data') : undefined);
  if (typeof encoded === 'string') return decoded(encoded, type);
  const value = memberOf(event, 'data');
  if (value === undefined) return {};
  return typeof value === 'string' && !isJson(type) ? { text: value } : { value };
}

function decoded(encoded: string, type: string | undefined): Data {
  const bytes = base64Bytes(encoded);
  if (!bytes) return { text: 'Data that is no Base64' };
  const isText = type !== undefined && (isJson(type) || /^text\/|[/+](?:xml|yaml)\b/i.test(type));
  if (!isText) return { text: `${bytes.length} bytes of ${type ?? 'an unnamed type'}` };
  const text = new TextDecoder().decode(bytes);
  if (!isJson(type)) return { text };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { text };
  }
}

/** Members that hold a sentence, most telling first. */
const sentences = ['message', 'msg', 'summary', 'title', 'description', 'reason', 'text', 'name'];

/** What the data says in a sentence; undefined when no member is known for one. */
export function sentenceOf({ value, text }: Data): string | undefined {
  if (text !== undefined) return text;
  if (typeof value === 'string') return value;
  return sentences.map((name) => textOf(value, name)).find((found) => found !== undefined);
}
