import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';

function lineOf(document: Document, lines: LineCounter, path: PropertyKey[], key?: string): number {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (key !== undefined && isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (isScalar(pair?.key) && pair.key.range) return lines.linePos(pair.key.range[0]).line;
    }
    const range = (node as { range?: [number, number, number] } | null | undefined)?.range;
    if (range) return lines.linePos(range[0]).line;
  }
  return 1;
}

/** Our own messages say what is wanted; of the schema library's, a missing key is the common one. */
function wordsOf(message: string): string {
  if (message.endsWith('received undefined')) return 'is missing';
  return /^(?:a|an) /.test(message) ? `must be ${message}` : message;
}

/** Reads settings that a person writes as YAML: their value, or the first thing that is wrong and its line. Pure. */
export function readYaml<Value>(
  text: string,
  schema: z.ZodType<Value>,
): { value: Value } | { line: number; reason: string } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const fault = document.errors[0];
  if (fault !== undefined)
    return {
      line: lines.linePos(fault.pos[0]).line,
      reason: fault.message.split(/ at line \d|\n/)[0] ?? fault.code,
    };
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 20 }) ?? {});
  if (parsed.success) return { value: parsed.data };
  const issue = parsed.error.issues[0];
  const unknownKey = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const line = lineOf(document, lines, issue?.path ?? [], unknownKey);
  const place = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  const known = schema instanceof z.ZodObject ? `; known: ${Object.keys(schema.shape).join(', ')}` : '';
  const reason =
    unknownKey === undefined
      ? `${place}${wordsOf(issue?.message ?? 'invalid')}`
      : `${place}unknown key ${JSON.stringify(unknownKey)}${place === '' ? known : ''}`;
  return { line, reason };
}
