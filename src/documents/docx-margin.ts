import { BorderStyle, HeadingLevel, Paragraph, ShadingType, type Table, TextRun } from 'docx';
import { wordText } from './docx-inlines.ts';
import { wordGrid } from './docx-table.ts';
import { figureRows } from './figure-rows.ts';
import { findingPlace, severityWord, sortedFindings } from './finding-rows.ts';
import type { DocumentInput } from './input.ts';
import type { Finding } from '../record/finding.ts';

const muted = '6B6B76';
const tones = { error: ['C92A2A', 'FFF0F0'], warning: ['A85400', 'FFF5E6'], note: ['5C5F66', 'F4F4F6'] } as const;

const title = (text: string) => new Paragraph({ heading: HeadingLevel.HEADING_2, text });
/** Word joins boxes that touch. */
const gap = () => new Paragraph({ spacing: { before: 0, after: 0, line: 120, lineRule: 'exact' } });
const run = (text: string, color?: string) =>
  new TextRun({ text: wordText(text), ...(color === undefined ? {} : { color }) });

function figureTable(input: DocumentInput): Table {
  const rows = figureRows(input).map((row) => {
    const stated =
      row.stated === undefined ? '' : ` · stated: ${row.stated.text}${row.stated.agrees === false ? ' (differs)' : ''}`;
    const value = new TextRun({
      text: row.value,
      bold: row.status === 'known',
      ...(row.status === 'unknown' ? { color: 'A85400' } : {}),
    });
    return [
      [run(row.name)],
      [value],
      [run(row.source, muted), run(stated, row.stated?.agrees === false ? 'C92A2A' : muted)],
    ];
  });
  return wordGrid(
    ['Figure', 'Value', 'From'].map((word) => [run(word, muted)]),
    rows,
    ['', 'right', ''],
    [30, 18, 52],
  );
}

function findingParagraph(finding: Finding): Paragraph {
  const [tone, fill] = tones[finding.severity];
  const lines = [
    finding.message,
    finding.remedy === '' ? '' : `→ ${finding.remedy}`,
    finding.suggestion === undefined ? '' : `Suggested: “${finding.suggestion}”`,
  ];
  return new Paragraph({
    keepLines: true,
    shading: { type: ShadingType.CLEAR, fill },
    border: { left: { style: BorderStyle.SINGLE, size: 18, color: tone, space: 6 } },
    children: [
      new TextRun({ text: severityWord(finding), bold: true, color: tone }),
      new TextRun({ text: `  ${wordText(findingPlace(finding))}`, color: muted, size: 17 }),
      ...lines.filter((line) => line !== '').map((line) => new TextRun({ text: wordText(line), break: 1 })),
    ],
  });
}

/** Figures and findings, after the document. */
export function wordMargin(input: DocumentInput): (Paragraph | Table)[] {
  const figures = Object.keys(input.figures).length === 0 ? [] : [title('Figures'), figureTable(input)];
  const findings =
    input.findings.length === 0
      ? []
      : [title('Findings'), ...sortedFindings(input.findings).flatMap((each) => [findingParagraph(each), gap()])];
  return [...figures, ...findings];
}
