import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { wordBlocks } from './docx-blocks.ts';
import { wordText } from './docx-inlines.ts';
import { wordMargin } from './docx-margin.ts';
import { bulletLevels, numberLevels, wordStyles } from './docx-styles.ts';
import { levelHeadings } from './heading-levels.ts';
import { documentBlocks, type DocumentInput, documentTitle } from './input.ts';
import { paperSizes } from './paper-size.ts';

const footer = (title: string) =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Small',
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ children: [`${title} · `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  });

/**
 * The document for Word: real headings, lists, tables with repeated header rows that break between rows only, links, and
 * after it the figures and findings.
 */
export async function renderDocx(input: DocumentInput): Promise<Uint8Array> {
  const starts: number[] = [];
  const numbering = (start: number) => `numbers-${starts.push(start) - 1}`;
  const title = wordText(documentTitle(input));
  const children = [
    ...wordBlocks(levelHeadings(documentBlocks(input)), numbering),
    ...(input.margin === false ? [] : wordMargin(input)),
  ];
  const { width, height } = paperSizes[input.paper ?? 'a4'];
  const document = new Document({
    title,
    creator: 'Hindcast',
    styles: wordStyles,
    numbering: {
      config: [
        { reference: 'bullets', levels: bulletLevels },
        ...starts.map((start, index) => ({ reference: `numbers-${index}`, levels: numberLevels(start) })),
      ],
    },
    sections: [
      {
        properties: { page: { size: { width, height } } },
        footers: { default: footer(title.slice(0, 110)) },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
