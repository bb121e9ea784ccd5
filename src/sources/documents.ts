import { readForm } from './form.ts';
import { type Ignored, ignoredList } from './ignored.ts';
import { locateBreak } from './json-position.ts';
import { type JsonPiece, jsonPieces } from './json-pieces.ts';
import type { EvidenceFile } from './source.ts';
import { SourceError } from './source-error.ts';

/** One JSON value of a file. `at` is the prefix of places in it: `NAME#`, or `NAME#LINE` in a file of several, by the line each begins in. */
export type JsonDocument = { value: unknown; at: string };
export type JsonDocuments = { documents: JsonDocument[]; ignored: Ignored[] };

/** A file is looked at by every source and then read; parsing it once is enough. */
const known = new WeakMap<object, JsonDocuments>();

/**
 * The JSON of a file: one value, one per line (JSON lines), or one after the other (broken ones are ignored and said); a form's
 * fields as one object.
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
    const fields = readForm(text);
    if (fields !== undefined) return { documents: [{ value: fields, at: `${file.name}#` }], ignored: [] };
    const found =
      parseAll(linesOf(text), 'a line', file.name) ?? parseAll(jsonPieces(text) ?? [], 'a value', file.name);
    return found ?? refuse(error as Error, text, file.name);
  }
}

const linesOf = (text: string): JsonPiece[] =>
  text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [{ text: line, line: index + 1 }]));

/** Undefined unless the first piece is JSON in itself: then the file is no list of such. */
function parseAll(pieces: JsonPiece[], what: string, name: string): JsonDocuments | undefined {
  const documents: JsonDocument[] = [];
  const ignored = ignoredList();
  for (const { text, line } of pieces) {
    try {
      documents.push({ value: JSON.parse(text), at: `${name}#${line}` });
    } catch {
      if (documents.length === 0) return undefined;
      ignored.add(what, 'it is no valid JSON', `${name}#${line}`);
    }
  }
  return documents.length === 0 ? undefined : { documents, ignored: ignored.list() };
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
