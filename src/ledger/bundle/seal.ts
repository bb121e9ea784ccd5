import { canonicalText } from '../canonical.ts';
import { fromBase64 } from '../note/base64.ts';
import { type Signer, signText, type Verifier, verifyText } from '../note/keys.ts';
import type { Bundle, SealedBundle } from './bundle.ts';
import { partHashes } from './part-hashes.ts';

const title = 'hindcast bundle v1\n';

/**
 * A bundle as one file: a title, canonical JSON (RFC 8785) on one line, a blank line, and a signature line as in a signed note. Each
 * byte is under the signature or part of it, and has one form only, so that no byte can be another unnoticed.
 */
export function sealBundle(bundle: Bundle, signer: Signer): string {
  const sealed: SealedBundle = { ...bundle, parts: partHashes(bundle) };
  const text = `${title}${canonicalText(sealed)}\n`;
  const signature = Buffer.concat([signer.verifier.id, signText(text, signer)]).toString('base64');
  return `${text}\n\u2014 ${signer.verifier.name} ${signature}\n`;
}

/** A file taken apart. `faults` says what is not as `sealBundle` writes it; the bundle is given where it can be read all the same. */
export type Opened = { bundle?: SealedBundle; text: string; name: string; signature: Uint8Array; faults: string[] };

/** Takes a file apart without trusting anything of it. Never throws. */
export function openBundle(file: string): Opened {
  const faults: string[] = [];
  const lines = file.split('\n');
  const [head = '', body = '', blank = 'x', seal = '', end = 'x'] = lines;
  if (lines.length !== 5 || `${head}\n` !== title || blank !== '' || end !== '')
    faults.push('the file is not laid out as a bundle: title, JSON, blank line, signature');
  const [, name = '', encoded = ''] = /^\u2014 (\S+) (\S+)$/.exec(seal) ?? [];
  const bytes = fromBase64(encoded);
  if (bytes === undefined) faults.push('the signature line cannot be read');
  const bundle = parsed(body);
  if (bundle === undefined) faults.push('the JSON cannot be read');
  else if (canonicalOrNothing(bundle) !== body) faults.push('the JSON is not in its canonical form');
  const opened = { text: `${head}\n${body}\n`, name, signature: bytes ?? new Uint8Array(), faults };
  return bundle === undefined ? opened : { ...opened, bundle };
}

function parsed(body: string): SealedBundle | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as SealedBundle) : undefined;
  } catch {
    return undefined;
  }
}

function canonicalOrNothing(value: unknown): string | undefined {
  try {
    return canonicalText(value);
  } catch {
    return undefined;
  }
}

/** The key among these that sealed the file; undefined when none did. */
export const sealedBy = ({ text, name, signature }: Opened, keys: Verifier[]): Verifier | undefined =>
  keys.find(
    (key) =>
      key.name === name &&
      Buffer.compare(signature.subarray(0, 4), key.id) === 0 &&
      verifyText(text, signature.subarray(4), key),
  );
