import type { Paper } from '../../documents/paper-size.ts';
import { parseMarkdown } from '../../markdown/blocks.ts';
import type { Figures } from '../../record/figure.ts';
import type { Finding } from '../../record/finding.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { type Template, writeWithTemplate } from '../../templates/index.ts';
import { missingBlocks } from './keep-blocks.ts';

/** Forms a document can be written in. */
export const formats = ['md', 'html', 'pdf', 'docx'] as const;
export type Format = (typeof formats)[number];

/** The form to write in, and the paper of PDF and Word: A4 without. */
export type Layout = { format: Format; paper?: Paper | undefined };

/** What there is to write; `source` is the document it was read from, none of whose blocks may get lost. */
export type Material = { record: PostmortemRecord; figures: Figures; findings: Finding[]; source?: string };

/**
 * A record as Markdown in a template. Blocks of its source that neither the template nor its custom sections hold
 * follow at the end, under their own headings.
 */
export function toMarkdown({ record, figures, source }: Material, template: Template): string {
  const markdown = writeWithTemplate(record, template, { figures });
  const rest = source === undefined ? '' : missingBlocks(parseMarkdown(source), markdown);
  return rest === '' ? markdown : `${markdown.trimEnd()}\n\n## From the original document\n\n${rest}\n`;
}

/** A document's heading outside its own text: the incident's title, else its id. */
export const titleOf = ({ incident }: PostmortemRecord): string => incident?.title ?? incident?.id ?? 'Post-mortem';

/** Writes a record in a template and a format; text for Markdown and HTML, bytes for PDF and Word. */
export async function render(
  material: Material,
  template: Template,
  { format, paper }: Layout,
): Promise<string | Uint8Array> {
  const { record, figures, findings } = material;
  const markdown = toMarkdown(material, template);
  const input = {
    record,
    figures,
    findings,
    markdown,
    title: titleOf(record),
    ...(paper === undefined ? {} : { paper }),
  };
  if (format === 'md') return markdown;
  // Loaded only when needed: the makers of PDF and Word are most of the program's weight.
  const { renderDocx, renderHtml, renderPdf } = await import('../../documents/index.ts');
  switch (format) {
    case 'html':
      return renderHtml(input);
    case 'pdf':
      return renderPdf(input);
    case 'docx':
      return renderDocx(input);
  }
}
