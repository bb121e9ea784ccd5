import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageFolder } from './package-folder.ts';

const folder = path.join(packageFolder, 'docs/findings');

/** Codes that have a page, sorted. */
export function findingCodes(): string[] {
  if (!existsSync(folder)) return [];
  const pages = readdirSync(folder).filter((name) => /^[\w-]+\.[\w.-]+\.md$/.test(name));
  return pages.map((name) => name.slice(0, -'.md'.length)).toSorted();
}

/** The Markdown page of a finding's code; undefined when there is none. */
export function findingPage(code: string): string | undefined {
  return findingCodes().includes(code) ? readFileSync(path.join(folder, `${code}.md`), 'utf8') : undefined;
}

/** The page's first sentence below its heading. */
export function pageSummary(page: string): string {
  const line = page.split('\n').find((text) => text.trim() !== '' && !text.startsWith('#')) ?? '';
  return line.trim();
}
