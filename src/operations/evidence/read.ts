import { z } from 'zod';
import { maskText } from '../../masking/index.ts';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import { maskingOf } from '../settings/masking-of.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { openOriginal } from './download.ts';
import { type Item, loadItem } from './item.ts';
import { linesOf } from './lines-of.ts';

/** Letters of one line, and of one answer: what is read at once by a person or a model. */
const [mostOfLine, mostLetters] = [2000, 60_000];

const Input = z.strictObject({
  incident: z.string(),
  /** Its id or its SHA-256. */
  evidence: z.string().max(64),
  /** The first line that is wanted, from 1. */
  from: z.coerce.number().int().min(1).default(1),
  lines: z.coerce.number().int().min(1).max(2000).default(400),
});
type Input = z.infer<typeof Input>;

const Output = z.object({
  name: z.string(),
  sha256: z.string(),
  from: z.number().int(),
  lines: z.array(z.string()),
  /** The line to read on from; absent at the end. */
  next: z.number().int().optional(),
  /** Secrets and personal data that are not shown. */
  masked: z.number().int(),
});
type Output = z.infer<typeof Output>;

const notText = ({ name }: Item) =>
  new HindcastError('evidence.unreadable', {
    file: name,
    reason: 'it is no text',
    advice: 'Download the original to look at it.',
  });

/** The lines wanted of an original, and where those behind them begin. */
async function linesWanted(
  context: StoredContext,
  item: Item,
  { from, lines: most }: Input,
): Promise<Pick<Output, 'lines' | 'next'>> {
  const { body } = await openOriginal(context, item).read();
  const lines: string[] = [];
  let number = 0;
  let letters = 0;
  for await (const line of linesOf(body)) {
    number += 1;
    if (line.includes('\0')) throw notText(item);
    if (number < from) continue;
    const shown = line.length <= mostOfLine ? line : `${line.slice(0, mostOfLine)}…`;
    if (lines.length === most || (lines.length > 0 && letters + shown.length > mostLetters))
      return { lines, next: number };
    lines.push(shown.toWellFormed());
    letters += shown.length;
  }
  return { lines };
}

export const readEvidenceLines: StoredOperation<Input, Output> = {
  name: 'evidence.read',
  sentence: 'Read the text of a piece of evidence line by line, with secrets and personal data masked.',
  permission: 'evidence.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/incidents/{incident}/evidence/{evidence}/lines' },
  run: async (context, input) => {
    const incident = await loadIncident(context, input.incident, 'evidence.see');
    const item = await loadItem(context, incident.id, input.evidence);
    const { lines, next } = await linesWanted(context, item, input);
    const { text, masked } = await maskText(lines.join('\n'), maskingOf(await readSettings(context.database)));
    const { name, sha256 } = item;
    const count = Object.values(masked).reduce((sum, one) => sum + one, 0);
    const told = { name, sha256, from: input.from, lines: text.split('\n'), masked: count };
    return next === undefined ? told : { ...told, next };
  },
};
