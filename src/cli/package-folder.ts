import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Folder of the installed package: where docs/ and examples/ lie. */
export const packageFolder = path.resolve(import.meta.dirname, '../..');

/** The package's version. */
export function packageVersion(): string {
  const file = path.join(packageFolder, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
