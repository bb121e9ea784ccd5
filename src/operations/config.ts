import { isMap, isScalar, LineCounter, type Document, parseDocument } from 'yaml';
import { z } from 'zod';
import { codes } from '../findings/index.ts';
import { HindcastError } from './errors.ts';

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** A mistyped code would silence nothing without a word. */
const code = z
  .string()
  .refine(
    (word) => codes.some((known) => known.code === word),
    'a finding code such as zone.unstated: see `hindcast explain`',
  );
const objective = z.number().gt(0, 'a percentage such as 99.9').lt(100, 'a percentage such as 99.9');
const windows = z.enum(['28d', '30d', '31d', 'calendar-month']);

/** What a team decides for its documents: the whole of `hindcast.yaml`. */
export const Config = z.strictObject({
  /** Findings not to report, each with its reason; `file` is a glob from the config's folder. */
  silence: z.array(z.strictObject({ code, file: z.string().optional(), reason: z.string().min(1) })).default([]),
  /** Template files, or folders of them, from the config's folder. */
  templates: z.array(z.string().min(1)).default([]),
  /** Name of the template to take when none is named. */
  template: z.string().min(1).optional(),
  /** Objective in percent and its window, for documents whose template states none. */
  slo: z.strictObject({ objective, window: windows.default('30d') }).optional(),
  /** Zone of times that state none: UTC, Europe/Paris, +01:00. */
  zone: z.string().refine(isZone, 'a time zone such as UTC, Europe/Paris or +01:00').optional(),
});
export type Config = z.infer<typeof Config>;

/** The config of a team that has none. */
export const defaultConfig: Config = Config.parse({});

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

/**
 * Reads the text of a `hindcast.yaml`.
 * @param file its name, for messages
 * @throws HindcastError `config.invalid`, naming the line
 */
export function parseConfig(text: string, file: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const fault = document.errors[0];
  if (fault !== undefined) {
    const reason = fault.message.split(/ at line \d|\n/)[0] ?? fault.code;
    throw new HindcastError('config.invalid', { file, line: String(lines.linePos(fault.pos[0]).line), reason });
  }
  const parsed = Config.safeParse(document.toJS() ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const unknownKey = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const line = String(lineOf(document, lines, issue?.path ?? [], unknownKey));
  const place = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  const known = Object.keys(Config.shape).join(', ');
  const reason =
    unknownKey === undefined
      ? `${place}${wordsOf(issue?.message ?? 'invalid')}`
      : `${place}unknown key ${JSON.stringify(unknownKey)}${place === '' ? `; known: ${known}` : ''}`;
  throw new HindcastError('config.invalid', { file, line, reason });
}
