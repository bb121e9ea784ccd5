import { parseMarkdown } from '../../markdown/blocks.ts';
import { sections } from '../../markdown/sections.ts';
import { alsoHeading, collectionFields, furtherHeading } from '../../templates/also.ts';

const furtherTitles = new Set([...collectionFields.keys()].map(furtherHeading));

/** The tables that hold further fields of entries by their number, under `Also recorded`. */
function furtherParts(markdown: string): { title: string; text: string; from: number; to: number }[] {
  const doc = parseMarkdown(markdown);
  return sections(doc)
    .filter(({ title, path }) => path.at(-2) === alsoHeading && furtherTitles.has(title))
    .map(({ title, from, to }) => ({ title, from, to, text: doc.view.text.slice(from, to).trim() }));
}

function without(markdown: string, titles: Set<string>): string {
  let { text } = parseMarkdown(markdown).view;
  for (const { title, from, to } of furtherParts(markdown).toReversed())
    if (titles.has(title)) text = text.slice(0, from) + text.slice(to);
  return text;
}

/**
 * Two states of a document without those tables of further fields that nobody touched: they name entries by number, and a row
 * that was added or taken out above would shift them all. What they hold is kept with the entries anyway.
 */
export function withoutFurther(before: string, after: string): { before: string; after: string } {
  const texts = new Map(furtherParts(after).map(({ title, text }) => [title, text]));
  const same = furtherParts(before).filter(({ title, text }) => texts.get(title) === text);
  const titles = new Set(same.map(({ title }) => title));
  if (titles.size === 0) return { before, after };
  return { before: without(before, titles), after: without(after, titles) };
}
