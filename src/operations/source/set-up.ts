import { readFile } from 'node:fs/promises';

const folder = new URL('../../sources/', import.meta.url);

/** Links to other pages of the documentation lead nowhere on a screen: their words stay. */
const toAPage = /\[([^\]]+)\]\(\.{1,2}\/[^)\s]+\)/g;

/** What a source's page says before what is read of it, without its title: what it is, and where to enter the address. */
export const setUpIn = (page: string): string =>
  page
    .replace(/^# .*\n+/, '')
    .replace(/^## What is read$[^]*/m, '')
    .replace(toAPage, '$1')
    .trim();

const known = new Map<string, Promise<string>>();

/** How a source of ours is set up, as Markdown; `HOST` and `TOKEN` stand for those of the hook. */
export function setUpOf(name: string): Promise<string> {
  let found = known.get(name);
  if (found === undefined)
    known.set(name, (found = readFile(new URL(`${name}/README.md`, folder), 'utf8').then(setUpIn)));
  return found;
}
