import { AlignmentType, type ILevelsOptions, type IStylesOptions, LevelFormat } from 'docx';

const heading = (size: number, before: number, after: number) => ({
  run: { size, bold: true, color: '1B1B1F', font: 'Calibri' },
  paragraph: { spacing: { before, after, line: 264, lineRule: 'auto' as const }, keepNext: true },
});

/** How paragraphs and headings look; sizes in half points, distances in twentieths of a point. */
export const wordStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Calibri', size: 21, color: '1B1B1F' },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    heading1: heading(40, 0, 200),
    heading2: heading(28, 360, 120),
    heading3: heading(24, 280, 100),
    heading4: heading(22, 240, 80),
    heading5: heading(21, 200, 80),
    heading6: heading(21, 200, 80),
    hyperlink: { run: { color: '3B5BDB', underline: {} } },
  },
  paragraphStyles: [
    { id: 'Cell', name: 'Table Cell', basedOn: 'Normal', run: { size: 19 }, paragraph: { spacing: { after: 0 } } },
    {
      id: 'CodeBlock',
      name: 'Code Block',
      basedOn: 'Normal',
      run: { font: 'Consolas', size: 18 },
      paragraph: { spacing: { before: 60, after: 160, line: 250 } },
    },
    { id: 'QuoteText', name: 'Quoted Text', basedOn: 'Normal', run: { color: '6B6B76' } },
    {
      id: 'Small',
      name: 'Small Text',
      basedOn: 'Normal',
      run: { size: 18, color: '6B6B76' },
      paragraph: { spacing: { after: 60 } },
    },
  ],
  characterStyles: [{ id: 'InlineCode', name: 'Inline Code', run: { font: 'Consolas', size: 19 } }],
};

const indent = (level: number) => ({
  paragraph: { indent: { left: (level + 1) * 360, hanging: 260 }, spacing: { after: 60 } },
});

/** The nine levels of a bullet list. */
export const bulletLevels: ILevelsOptions[] = Array.from({ length: 9 }, (_, level) => ({
  level,
  format: LevelFormat.BULLET,
  text: level % 2 === 0 ? '•' : '◦',
  alignment: AlignmentType.LEFT,
  style: indent(level),
}));

/** The nine levels of a numbered list whose first level starts at `start`. */
export const numberLevels = (start: number): ILevelsOptions[] =>
  Array.from({ length: 9 }, (_, level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    alignment: AlignmentType.LEFT,
    start,
    style: indent(level),
  }));
