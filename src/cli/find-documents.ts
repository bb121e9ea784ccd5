import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { HindcastError, reasonOf } from '../operations/errors.ts';

/** Endings of documents in a folder; a file named by itself may have any. */
const extensions = ['.md', '.markdown', '.md.erb', '.qmd', '.mdx', '.txt'];

const isDocument = (name: string) => extensions.some((extension) => name.toLowerCase().endsWith(extension));
const isSkipped = (name: string) => name === 'node_modules' || (name.startsWith('.') && name.length > 1);

/** Links are not followed inside a folder, so that a circle of links ends. */
async function walk(folder: string, into: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new HindcastError('input.unreadable', { file: folder, reason: reasonOf(error) });
  });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && !isSkipped(entry.name)) await walk(file, into);
    else if (entry.isFile() && isDocument(entry.name)) into.push(file);
  }
}

/**
 * The documents that operands name: files as they are, folders walked in order of names; each once.
 * @throws HindcastError `input.no-documents` for a folder without any
 */
export async function findDocuments(operands: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const operand of operands) {
    const isFolder = operand !== '-' && (await stat(operand).catch(() => undefined))?.isDirectory() === true;
    if (!isFolder) {
      found.push(operand);
      continue;
    }
    const before = found.length;
    await walk(operand, found);
    if (found.length === before) {
      throw new HindcastError('input.no-documents', { file: operand, extensions: extensions.join(' ') });
    }
  }
  return [...new Set(found)];
}
