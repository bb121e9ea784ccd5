import type { PostmortemRecord } from '../../record/record.ts';
import { setPath } from '../path.ts';
import type { Instruction } from '../write/instruction.ts';
import { Writer } from '../write/writer.ts';
import { insertionPoint } from './insertion-point.ts';
import type { PatchInput } from './patch.ts';
import type { Edit } from './splice.ts';

/** Adds the line or block of a scalar that the document does not have, where the template has it. */
export function insertField({ doc, template, reading, target }: PatchInput, value: string): Edit[] {
  if (target.collection !== undefined) return [];
  const path = target.figure === undefined ? target.path : `claims.${target.figure}`;
  const step = template.instructions.find(
    (candidate): candidate is Extract<Instruction, { op: 'line' | 'block' }> =>
      (candidate.op === 'line' && candidate.anchor.pattern.slots.some((slot) => slot.path === path)) ||
      (candidate.op === 'block' && candidate.anchor.slot.path === path),
  );
  if (step === undefined || step.anchor.collection !== undefined) return [];
  const record: PostmortemRecord = {};
  if (target.figure !== undefined) record.claims = [{ figure: target.figure, text: value }];
  else if (target.field?.kind === 'moment') setPath(record, path, { written: value, precision: 'unknown' });
  else setPath(record, path, value);
  const text = new Writer(record, template, undefined).run([step]);
  const { at, before, after } = insertionPoint(doc, template, reading, step.anchor, step.op === 'block');
  return text === '' ? [] : [{ from: at, to: at, text: before + text + after }];
}
