import { type Ignored, ignoredList } from './ignored.ts';
import { locateBreak } from './json-position.ts';
import type { EvidenceFile } from './source.ts';
import { SourceError } from './source-error.ts';

/** One JSON value of a file. `at` is the prefix of places in it: `NAME#`, or `NAME#LINE` in a file of JSON lines. */
export type JsonDocument = { value: unknown; at: string };
export type JsonDocuments = { documents: JsonDocument[]; ignored: Ignored[] };

/** A file is looked at by every source and then read; parsing it once is enough. */
const known = new WeakMap<object, JsonDocuments>();

/**
 * The JSON of a file: one value, or one per line (JSON lines; broken lines are ignored and said).
 * Throws SourceError `source.empty` or `source.not-json` with the line.
 */
export function readDocuments(file: EvidenceFile): JsonDocuments {
  let documents = known.get(file);
  if (!documents) known.set(file, (documents = parse(file)));
  return documents;
}

function parse(file: EvidenceFile): JsonDocuments {
  const text = file.text.startsWith('\uFEFF') ? file.text.slice(1) : file.text;
  if (text.trim() === '') {
    throw new SourceError(
      'source.empty',
      'The file is empty.',
      file.name,
      'Save the payload again and check its size.',
    );
  }
  try {
    return { documents: [{ value: JSON.parse(text), at: `${file.name}#` }], ignored: [] };
  } catch (error) {
    return parseLines(text, file.name) ?? refuse(error as Error, text, file.name);
  }
}

/** Undefined unless the first line that is not blank is JSON in itself: then it is no file of JSON lines. */
function parseLines(text: string, name: string): JsonDocuments | undefined {
  const documents: JsonDocument[] = [];
  const ignored = ignoredList();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      documents.push({ value: JSON.parse(line), at: `${name}#${index + 1}` });
    } catch {
      if (documents.length === 0) return undefined;
      ignored.add('a line', 'it is no valid JSON', `${name}#${index + 1}`);
    }
  }
  return { documents, ignored: ignored.list() };
}

function refuse(error: Error, text: string, name: string): never {
  const { line, truncated } = locateBreak(error.message, text);
  const inLine = line === undefined ? '' : ` in line ${line}`;
  throw new SourceError(
    'source.not-json',
    truncated ? `The JSON ends too early${inLine}.` : `This is no valid JSON${inLine && `: it breaks${inLine}`}.`,
    line === undefined ? name : `${name}#${line}`,
    truncated
      ? 'The file was cut off: save it again.'
      : 'Give one JSON value per file, or one per line (`jq -c .` writes that).',
  );
}
