import type { CallToolResult } from '@modelcontextprotocol/server';
import { stringify } from 'yaml';
import type { Answer } from '../desk.ts';
import { leftOutOfAnswers } from './schema.ts';

/** Letters that the readable form may have; beyond them the structured one has the rest. */
const mostLetters = 60_000;

/** Letters of one answer: clients that read standard input hold 10 MB of one message, and no model reads a tenth of it. */
const mostAnswer = 4_000_000;

const tooLong = (letters: number): CallToolResult => ({
  isError: true,
  content: [
    {
      type: 'text',
      text: `answer.too-long: the answer has ${Math.ceil(letters / 1e6)} MB. Ask for less: a smaller limit, one list, or search_find for what you look for.`,
    },
  ],
});

const mimeTypes: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Without the parts of sentences that other languages are told by: a model reads the sentence itself. */
const withoutForms = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutForms);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => (name === leftOutOfAnswers ? [] : [[name, withoutForms(inner)]])),
  );
};

/** Data as YAML: fewer signs than JSON, and texts of several lines stay readable. */
function readable(value: unknown): string {
  const text = stringify(value, { lineWidth: 0, blockQuote: 'literal', aliasDuplicateObjects: false });
  return text.length <= mostLetters
    ? text
    : `${text.slice(0, mostLetters)}\n… ${text.length - mostLetters} more letters: in the structured content, or by reading a part of it.`;
}

/** What an operation answered, as the result of its tool: a text to read, and the same as data. */
export function resultOf(answer: Answer, uri: string): CallToolResult {
  if ('value' in answer) {
    const told = withoutForms(answer.value);
    // Structured content is an object.
    const value = isObject(told) ? told : { items: told };
    const letters = JSON.stringify(value).length;
    if (letters > mostAnswer) return tooLong(letters);
    return { content: [{ type: 'text', text: readable(told) }], structuredContent: value };
  }
  const { content, format } = answer;
  if (content.length > mostAnswer) return tooLong(content.length);
  if (typeof content === 'string') return { content: [{ type: 'text', text: content }] };
  const mimeType = mimeTypes[format];
  if (mimeType === undefined) return { content: [{ type: 'text', text: new TextDecoder().decode(content) }] };
  const blob = Buffer.from(content).toString('base64');
  return { content: [{ type: 'resource', resource: { uri, mimeType, blob } }] };
}
