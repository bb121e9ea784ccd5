import { isSecretName, isVoid } from '../sources/secrets.ts';
import { jsonStrings } from './json-strings.ts';

/** A piece of a text that is looked through: `text` as it is meant, and how it is written at `start` to `end`. */
export type Part = {
  start: number;
  end: number;
  /** The text in plain, or the parts of one that is packed in another (JSON in a string of JSON). */
  content: string | Packed;
  isKey: boolean;
  isSecret: boolean;
  write(text: string): string;
};
export type Packed = { text: string; parts: Part[] };
/** A part with a text of its own. */
export type Leaf = Part & { content: string };

/** JSON in a string of JSON in a string of JSON: SNS around an alarm around its state. Deeper is read as plain text. */
const mostLayers = 4;

const parses = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const isJson = (text: string) => parses(text) || text.split('\n').every((line) => line.trim() === '' || parses(line));

function formParts(text: string, layer: number): Part[] | undefined {
  if (!text.includes('%') || !/^[\w.[\]-]{1,100}=[^\s"<>{}]*$/.test(text)) return undefined;
  const parts: Part[] = [];
  let start = 0;
  try {
    for (const pair of text.split('&')) {
      const name = pair.split('=', 1)[0] ?? '';
      const from = start + name.length + 1;
      const value = decodeURIComponent(text.slice(from, start + pair.length).replaceAll('+', ' '));
      const isSecret = isSecretName(name) && !isVoid(value);
      const content = unpack(value, layer + 1);
      parts.push({ start: from, end: start + pair.length, content, isKey: false, isSecret, write: encodeURIComponent });
      start += pair.length + 1;
    }
  } catch {
    return undefined;
  }
  return parts;
}

/** How JSON begins, and titles such as `[FIRING:1] …` and keys such as `{}:{alertname="…"}` do not: to try and fail is dear. */
const asJson = /^[\s\uFEFF]*(?:\{\s*(?:"|\}\s*$|\}\s*\n)|\[\s*(?:[\]{["\d-]|true|false|null)|")/;

function unpack(text: string, layer: number): string | Packed {
  if (layer >= mostLayers || text.length < 4) return text;
  const parts = asJson.test(text) ? jsonParts(text, layer) : formParts(text, layer);
  return parts === undefined ? text : { text, parts };
}

function jsonParts(text: string, layer: number): Part[] | undefined {
  if (!isJson(text.replace(/^\uFEFF/, ''))) return undefined;
  return jsonStrings(text).map(({ start, end, text: value, isKey, isSecret }) => ({
    start,
    end,
    content: isKey || isSecret ? value : unpack(value, layer + 1),
    isKey,
    isSecret,
    write: JSON.stringify,
  }));
}

/** A text and its parts: the strings of JSON, the values of a form, else the text as a whole. */
export function partsOf(text: string): Packed {
  const content = unpack(text, 0);
  if (typeof content !== 'string') return content;
  const whole = {
    start: 0,
    end: text.length,
    content,
    isKey: false,
    isSecret: false,
    write: (masked: string) => masked,
  };
  return { text, parts: [whole] };
}

/** The parts with a text of their own, in their order, those packed in others too. */
export function leaves(packed: Packed): Leaf[] {
  const found: Leaf[] = [];
  const collect = ({ parts }: Packed): void => {
    for (const part of parts)
      if (typeof part.content === 'string') found.push(part as Leaf);
      else collect(part.content);
  };
  collect(packed);
  return found;
}

/** Puts a text together again. What `changed` does not name stays byte for byte. */
export function repack({ text, parts }: Packed, changed: ReadonlyMap<Part, string>): string {
  const pieces: string[] = [];
  let done = 0;
  for (const part of parts) {
    const now = typeof part.content === 'string' ? changed.get(part) : repack(part.content, changed);
    if (now === undefined || (typeof part.content !== 'string' && now === part.content.text)) continue;
    pieces.push(text.slice(done, part.start), part.write(now));
    done = part.end;
  }
  return pieces.join('') + text.slice(done);
}
