import { SourceError } from './source-error.ts';

/**
 * Bytes to text: UTF-8, or UTF-16 where a byte order mark says so (PowerShell writes that). Throws SourceError
 * `source.not-text` for anything else, as a wrong letter in evidence is worse than an error.
 */
export function decodeText(name: string, bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new SourceError(
      'source.not-text',
      'The file is no UTF-8 text.',
      name,
      'Save it as UTF-8, or give the original file.',
    );
  }
}
