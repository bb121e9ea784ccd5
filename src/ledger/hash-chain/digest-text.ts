import { hash } from 'node:crypto';

/** How a log writes its hashes: which function, which letters, and what stands before them. */
export type DigestForm = {
  algorithm: string;
  encoding: 'hex' | 'base64' | 'base64url';
  prefix: string;
  upper: boolean;
};

const algorithms: { [bytes: number]: string } = { 20: 'sha1', 32: 'sha256', 48: 'sha384', 64: 'sha512' };
const named = /^((?:sha-?(?:1|256|384|512))[:-])?([\w+/=-]{27,128})$/i;

/** The form a text has when it reads like a hash, `undefined` when it does not. */
export function digestForm(text: unknown): DigestForm | undefined {
  const [, prefix = '', digits = ''] = (typeof text === 'string' && named.exec(text)) || [];
  if (digits === '') return undefined;
  const upper = digits !== digits.toLowerCase();
  if (/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(digits) && algorithms[digits.length / 2] !== undefined)
    return { algorithm: algorithms[digits.length / 2] ?? '', encoding: 'hex', prefix, upper };
  for (const encoding of ['base64', 'base64url'] as const) {
    const bytes = Buffer.from(digits, encoding);
    const algorithm = algorithms[bytes.length];
    if (algorithm !== undefined && bytes.toString(encoding) === digits)
      return { algorithm, encoding, prefix, upper: false };
  }
  return undefined;
}

/** The hash of a text, written in a form. */
export function digestText(text: string | Buffer, { algorithm, encoding, prefix, upper }: DigestForm): string {
  const digits = hash(algorithm, text, encoding);
  return prefix + (upper ? digits.toUpperCase() : digits);
}

/** The bytes a hash in text stands for. */
export const digestBytes = (text: string, { encoding, prefix }: DigestForm): Buffer =>
  Buffer.from(text.slice(prefix.length), encoding);
