import { canonicalText } from '../canonical.ts';
import { type ChainFields, valueAt, withField } from './fields.ts';
import { type JsonObject, type JsonStyle, jsonText, plainValue } from './json-text.ts';

/** An entry as it came: its line, and the line as an object. */
export type ChainEntry = { line: string; value: JsonObject };
/** One way of making the text that a log hashes out of an entry; `undefined` where it cannot be made. */
export type Body = { name: string; make: (entry: ChainEntry, fields: ChainFields) => string | undefined };

const styles: { name: string; style: JsonStyle }[] = [
  { name: 'compact JSON', style: { sorted: false, spaced: false, ascii: false } },
  { name: 'compact JSON with sorted keys', style: { sorted: true, spaced: false, ascii: false } },
  { name: 'compact JSON with sorted keys, in ASCII', style: { sorted: true, spaced: false, ascii: true } },
  { name: 'compact JSON in ASCII', style: { sorted: false, spaced: false, ascii: true } },
  { name: 'JSON as Python writes it', style: { sorted: false, spaced: true, ascii: true } },
  { name: 'JSON as Python writes it, with sorted keys', style: { sorted: true, spaced: true, ascii: true } },
  { name: 'JSON with blanks', style: { sorted: false, spaced: true, ascii: false } },
  { name: 'JSON with blanks and sorted keys', style: { sorted: true, spaced: true, ascii: false } },
];

/** What is taken out of an entry before it is hashed. */
const parts: { name: string; of: (value: JsonObject, fields: ChainFields) => JsonObject | undefined }[] = [
  { name: 'without its hash', of: (value, { hash }) => withField(value, hash, undefined) },
  {
    name: 'without both hashes',
    of: (value, { hash, previous }) => previous && withField(withField(value, hash, undefined), previous, undefined),
  },
  { name: 'with an empty hash', of: (value, { hash }) => withField(value, hash, '') },
  { name: 'with a null hash', of: (value, { hash }) => withField(value, hash, null) },
];

const separators = ['|', '', ':', ',', '\n'];

/** Numbers as JSON.parse reads them, for canonical JSON. */
const canonical = (value: JsonObject): string | undefined => {
  try {
    return canonicalText(JSON.parse(jsonText(value, { sorted: false, spaced: false, ascii: false })));
  } catch {
    return undefined;
  }
};

/** The line with the member of its own hash cut out, and the comma beside it. */
function cutLine({ line, value }: ChainEntry, { hash }: ChainFields): string | undefined {
  const [key, digest] = [JSON.stringify(hash.at(-1)), JSON.stringify(valueAt(value, hash))];
  for (const member of [`${key}:${digest}`, `${key}: ${digest}`])
    for (const whole of [`, ${member}`, `,${member}`, `${member}, `, `${member},`, member]) {
      const at = line.indexOf(whole);
      if (at >= 0) return line.slice(0, at) + line.slice(at + whole.length);
    }
  return undefined;
}

/** The usual ways, the likeliest first. */
export const bodies: Body[] = [
  { name: 'the line without its hash', make: cutLine },
  ...parts.flatMap(({ name, of }): Body[] => {
    const through = (write: (value: JsonObject) => string | undefined) => (entry: ChainEntry, fields: ChainFields) => {
      const value = of(entry.value, fields);
      return value && write(value);
    };
    return [
      { name: `canonical JSON (RFC 8785) ${name}`, make: through(canonical) },
      ...styles.map(({ name: style, style: options }) => ({
        name: `${style} ${name}`,
        make: through((value) => jsonText(value, options)),
      })),
    ];
  }),
  ...parts.slice(0, 2).flatMap(({ name, of }) =>
    separators.map((separator) => ({
      name: `values ${name}, joined by ${JSON.stringify(separator)}`,
      make: ({ value }: ChainEntry, fields: ChainFields) => {
        const kept = of(value, fields);
        return kept && Object.values(kept).map(plainValue).join(separator);
      },
    })),
  ),
];
