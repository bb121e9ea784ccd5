import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Documents to measure with: the corpus when it is there, the shipped examples and templates otherwise. */
export function measuredDocuments(): string[] {
  const corpus = `${root}../shared/corpus`;
  const files = existsSync(corpus)
    ? globSync(`${corpus}/A/**/*.{md,erb,qmd}`)
    : globSync([`${root}examples/**/*.md`, `${root}src/templates/builtin/*.blank.md`]);
  return files.sort().map((file) => readFileSync(file, 'utf8'));
}
