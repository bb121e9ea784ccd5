import type { Figures } from '../../record/figure.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import type { Template } from '../template.ts';
import { alsoRecorded } from './also-recorded.ts';
import { customSections } from './custom.ts';
import { Writer } from './writer.ts';

/**
 * Writes a record in a template's form. Empty fields keep their label, empty tables their heading. What the template has
 * no place for follows under `Also recorded`, then the record's custom sections. `figures` fills places of claims that
 * nobody stated with known figures. The same input gives the same text.
 */
export function writeWithTemplate(
  record: PostmortemRecord,
  template: Template,
  options: { figures?: Figures } = {},
): string {
  const writer = new Writer(record, template, options.figures);
  const body = writer.run();
  return `${body.trimEnd()}\n` + alsoRecorded(record, template, writer) + customSections(record);
}
