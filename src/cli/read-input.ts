import { readFile, stat } from 'node:fs/promises';
import { HindcastError, reasonOf } from '../operations/errors.ts';
import { binaryKind, decode } from './decode.ts';
import type { Io } from './io.ts';
import { safe } from './text/safe.ts';

/** A document: `file` stands before line numbers (`stdin:12`, as compilers have it), `place` in sentences. */
export type Input = { file: string; place: string; text: string; encoding: string };

const limitMb = 64;
const limitBytes = limitMb * 1024 * 1024;

function tooLarge(file: string, bytes: number): HindcastError {
  const size = (bytes / 1024 / 1024).toFixed(0);
  return new HindcastError('input.too-large', { file, size, limit: String(limitMb) });
}

/** An operand as a sentence names it: `-` is standard input. */
export const placeName = (file: string): string => (file === '-' ? 'standard input' : file);

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) throw new HindcastError('input.folder', { file });
    const { size } = found;
    if (size > limitBytes) throw tooLarge(file, size);
    return await readFile(file);
  } catch (error) {
    if (error instanceof HindcastError) throw error;
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new HindcastError(missing ? 'input.not-found' : 'input.unreadable', { file, reason: reasonOf(error) });
  }
}

/**
 * Reads a document; `-` is standard input.
 * @throws HindcastError `input.not-found`, `input.unreadable`, `input.too-large`, `input.not-text`
 */
export async function readInput(file: string, io: Pick<Io, 'readStdin'>): Promise<Input> {
  const place = placeName(file);
  const bytes = file === '-' ? await io.readStdin() : await readBytes(file);
  if (bytes.length > limitBytes) throw tooLarge(place, bytes.length);
  const kind = binaryKind(bytes);
  if (kind !== undefined) throw new HindcastError('input.not-text', { file: place, kind });
  return { file: file === '-' ? 'stdin' : file, place, ...decode(bytes) };
}

/** Tells the person when a document was not plain UTF-8. */
export function noteEncoding(input: Input, io: Pick<Io, 'err' | 'errStyle'>): void {
  if (input.encoding === 'utf-8') return;
  io.err(`${io.errStyle('note', 'note')}  ${safe(input.place)} was read as ${input.encoding}\n`);
}
