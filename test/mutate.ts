import { type Random } from './random.ts';

type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

const insert = (bytes: Buffer, at: number, piece: Buffer | string) =>
  Buffer.concat([bytes.subarray(0, at), Buffer.from(piece as string), bytes.subarray(at)]);

const hostile = [
  '\0',
  '\u202e',
  '\u2066',
  '\uFEFF',
  '\r',
  '\r\n',
  '\n\n',
  '---\n',
  '```\n',
  '~~~',
  '|',
  '\n|---|---|\n',
  '<!--',
  '-->',
  '{{incident.id}}',
  '[',
  '](',
  '![',
  '<script>',
  '&#0;',
  '\\',
  '*'.repeat(50),
  '_'.repeat(50),
  '`'.repeat(20),
  '99:99',
  '20202-01-16 12:00',
  '2021-02-31',
  '1h'.repeat(30),
  '9'.repeat(400),
  '-'.repeat(300),
  ' '.repeat(500),
  '\t'.repeat(200),
  '{"a":',
  '[[[[',
  ',"alerts":[',
  '"__proto__":{"x":1},',
  'null',
  '1e999',
];

/** Ways to break a document or a payload, on bytes, so that invalid UTF-8 comes out too. */
const mutations: Mutation[] = [
  (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  (bytes, random) => bytes.subarray(random.below(bytes.length + 1)),
  (bytes, random) => {
    const from = random.below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + random.below(400))]);
  },
  (bytes, random) => insert(bytes, random.below(bytes.length + 1), random.pick(hostile)),
  (bytes, random) => insert(bytes, random.below(bytes.length + 1), random.pick(hostile).repeat(1 + random.below(40))),
  (bytes, random) => insert(bytes, random.below(bytes.length + 1), Buffer.from([0x80 + random.below(128), 0xff, 0xc0])),
  (bytes, random) => {
    const copy = Buffer.from(bytes);
    for (let count = 1 + random.below(8); count > 0 && copy.length > 0; count--)
      copy[random.below(copy.length)] = random.below(256);
    return copy;
  },
  (bytes, random, other) =>
    Buffer.concat([bytes.subarray(0, random.below(bytes.length + 1)), other.subarray(random.below(other.length + 1))]),
  (bytes, random) => {
    const lines = bytes.toString('latin1').split('\n');
    const at = random.below(lines.length);
    lines.splice(at, 0, ...Array.from({ length: 1 + random.below(60) }, () => lines[at] ?? ''));
    return Buffer.from(lines.join('\n'), 'latin1');
  },
  (bytes, random) => {
    const lines = bytes.toString('latin1').split('\n');
    for (let count = random.below(6); count >= 0; count--) {
      const [line = ''] = lines.splice(random.below(lines.length), 1);
      lines.splice(random.below(lines.length + 1), 0, line);
    }
    return Buffer.from(lines.join(random.pick(['\n', '\r\n', '\r'])), 'latin1');
  },
  (bytes, random) => insert(bytes, 0, random.pick(['> ', '- ', '  ', '# ', '| ', '1. ']).repeat(1 + random.below(150))),
];

/** One to four mutations of a document, chosen by the generator. */
export function mutate(bytes: Buffer, random: Random, other: Buffer): Buffer {
  let result = bytes;
  for (let count = 1 + random.below(4); count > 0; count--) result = random.pick(mutations)(result, random, other);
  return result.length > 200_000 ? result.subarray(0, 200_000) : result;
}
