import type { EvidenceFile } from './source.ts';
import { type JsonDocument, readDocuments } from './documents.ts';
import type { Ignored } from './ignored.ts';

type Bodies = { bodies: JsonDocument[]; ignored: Ignored[] };

/** Every source looks at a file; its bodies are told apart once. */
const known = new WeakMap<object, Bodies>();

/** The bodies of a file, as a webhook gets them: one, an array of them, or one per line. */
export function bodies(file: EvidenceFile): Bodies {
  let found = known.get(file);
  if (!found) known.set(file, (found = split(file)));
  return found;
}

function split(file: EvidenceFile): Bodies {
  const { documents, ignored } = readDocuments(file);
  const all = documents.flatMap(({ value, at }) =>
    Array.isArray(value)
      ? value.map((item: unknown, index) => ({ value: item, at: `${at}/${index}` }))
      : [{ value, at }],
  );
  return { bodies: all, ignored };
}

/** The bodies of a file that have the marks `is` looks for; none for a folder or archive. */
export function bodiesWith<T>(file: EvidenceFile, is: (value: unknown) => value is T): T[] {
  if (file.entries) return [];
  return bodies(file).bodies.flatMap(({ value }) => (is(value) ? [value] : []));
}
