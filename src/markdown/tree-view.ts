import { findFrontMatter } from './front-matter.ts';
import { tame } from './tame.ts';
import { makeView } from './view.ts';

/** Front matter of a document, the body that follows it, and a copy of the body, of the same length, to parse. */
export type Parts = { frontMatter: string; body: string; parsable: string };

/**
 * A source as it is parsed for showing: by the same view, front matter and bounds as `parseMarkdown`, so that what is shown
 * is what was read. A NUL becomes U+FFFD. Offsets of the source are not kept.
 */
export function readingView(source: string): Parts {
  const text = makeView(source).text.replaceAll('\0', '\uFFFD');
  const matter = findFrontMatter(text);
  const body = matter === undefined ? text : text.slice(matter.to).replace(/^\n/, '');
  return { frontMatter: matter?.text.trimEnd() ?? '', body, parsable: tame(body) };
}
