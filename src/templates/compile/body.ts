import { findFrontMatter } from '../../markdown/front-matter.ts';
import { makeView } from '../../markdown/view.ts';
import type { Constant } from '../template.ts';
import { TemplateError } from '../template-error.ts';
import { takeConstants } from './constants.ts';

/** A template's body without its constants, which are kept by line of the body; `head` is the YAML of its front matter. */
export type TemplateBody = { head: string; body: string; constants: Map<number, Constant[]>; firstLine: number };

/** Divides a template into head and body. Throws TemplateError when it has no head or a placeholder has no form. */
export function templateBody(source: string): TemplateBody {
  const { text, lineOf } = makeView(source);
  const matter = findFrontMatter(text);
  if (matter === undefined)
    throw new TemplateError(1, 'The template has no front matter.', 'Begin it with `---`, `name: my-template`, `---`.');
  const after = text.indexOf('\n', matter.to) + 1 || text.length;
  const firstLine = lineOf(after);
  return { head: matter.text, ...takeConstants(text.slice(after), firstLine), firstLine };
}
