import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../../markdown/blocks.ts';
import { builtinTemplates, readWithTemplate, writeWithTemplate } from '../index.ts';
import { comparable } from './comparable.ts';
import { filledRecord } from './filled-record.ts';

const mapLines = (text: string, change: (line: string, inCode: boolean) => string): string => {
  let inCode = false;
  return text
    .split('\n')
    .map((line) => {
      if (/^\s*```/.test(line)) inCode = !inCode;
      return change(line, inCode);
    })
    .join('\n');
};

/** Sections of the second level in reverse; what stands before the first stays on top. */
function reversed(text: string): string {
  const [head = '', ...rest] = text.split(/^(?=## )/m);
  return (
    head +
    rest
      .map((part) => `${part.trimEnd()}\n\n`)
      .toReversed()
      .join('')
  );
}

/** A further column on the left of every table. */
function withColumn(text: string): string {
  return mapLines(text, (line, inCode) => {
    if (inCode || !line.startsWith('|')) return line;
    return /^\|[-\s|]+$/.test(line)
      ? `|---${line}`
      : `| n${line.includes('Time') || line.includes('Action') ? 'r' : ''} ${line}`;
  });
}

/** The last column of every table first. */
function moved(text: string): string {
  return mapLines(text, (line, inCode) => {
    if (inCode || !line.startsWith('|')) return line;
    const cells = line.slice(1, -1).split('|');
    return `|${[cells.at(-1), ...cells.slice(0, -1)].join('|')}|`;
  });
}

/** A label line's value of several words goes on in the next line. */
function wrappedValues(text: string): string {
  return mapLines(text, (line, inCode) =>
    inCode || line.startsWith('|') || line.startsWith('#')
      ? line
      : line.replace(/^(\s*)(- .*\w\*{0,2}:.*\w) (no \d+)$/, '$1$2\n$1  $3'),
  );
}

const changes: { [name: string]: (text: string) => string } = {
  'backticks gone': (text) => mapLines(text, (line) => (/^\s*```/.test(line) ? line : line.replace(/`/g, ''))),
  'no bold': (text) => text.replace(/\*\*/g, ''),
  'colon on the other side of the bold': (text) => text.replace(/:\*\*/g, '**:'),
  'asterisks for bullets': (text) =>
    mapLines(text, (line, inCode) => (inCode ? line : line.replace(/^(\s*)- /, '$1* '))),
  'Windows line ends': (text) => text.replace(/\n/g, '\r\n'),
  'deeper headings': (text) => mapLines(text, (line, inCode) => (inCode ? line : line.replace(/^#/, '##'))),
  'headings in capitals, numbered': (text) =>
    mapLines(text, (line, inCode) =>
      inCode
        ? line
        : line.replace(
            /^(##+) (?:[^\w\s]+ )?(.*)$/,
            (_, marks: string, words: string) => `${marks} 3. ${words.toUpperCase()}`,
          ),
    ),
  'reworded headings': (text) =>
    mapLines(text, (line, inCode) =>
      inCode
        ? line
        : line
            .replace(/^(##+ .*)Root Cause Analysis/, '$1The Root Cause Analysis')
            .replace(/^(##+) What Went Wrong/, '$1 What Actually Went Wrong'),
    ),
  'reversed sections': reversed,
  'an extra column': withColumn,
  'moved columns': moved,
  'wrapped values': wrappedValues,
  'help text removed': (text) => text.replace(/^(?:\*[A-Z].*\*|All times in UTC.*|\*\*All times.*\*\*)$/gm, ''),
};

for (const template of builtinTemplates()) {
  for (const [name, change] of Object.entries(changes))
    test(`${template.name}: reads all fields with ${name}`, () => {
      const text = writeWithTemplate(filledRecord(template, name !== 'no bold'), template);
      const before = comparable(readWithTemplate(parseMarkdown(text), template).record);
      delete before['custom'];
      const reading = readWithTemplate(parseMarkdown(change(text)), template);
      const after = comparable(reading.record);
      delete after['custom'];
      assert.deepEqual(after, before);
      assert.ok(reading.confidence > 0.7, `confidence ${reading.confidence}`);
    });
}
