import { readFileSync } from 'node:fs';
import path from 'node:path';
import { renderBlocks } from '../../markdown/html.ts';
import { markdownTree } from '../../markdown/tree.ts';

const source = readFileSync(path.resolve(import.meta.dirname, '../../../docs/errors.md'), 'utf8');

/** What docs/errors.md says of one code, as safe HTML. */
export type ErrorSection = { code: string; html: string };

/** Other documents are not served: a link to one is its words. */
const withoutFileLinks = (text: string): string => text.replaceAll(/\[([^[\]]{1,200})\]\([\w./#-]{1,200}\)/g, '$1');

/** The sections of docs/errors.md, in its order: one for each code, as a test says. */
export const errorSections = (): ErrorSection[] =>
  source
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const end = section.indexOf('\n');
      const text = withoutFileLinks(section.slice(end + 1));
      return { code: section.slice(0, end).trim(), html: renderBlocks(markdownTree(text)) };
    });
