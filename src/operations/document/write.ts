import { z } from 'zod';
import type { Standing } from '../../clocks/index.ts';
import { papers } from '../../documents/paper-size.ts';
import { computeFigures } from '../../figures/index.ts';
import { checkRecord } from '../../findings/index.ts';
import { type PostmortemRecord, RecordSchema } from '../../record/record.ts';
import type { Template } from '../../templates/index.ts';
import type { Context, Operation } from '../operation.ts';
import { templateToWrite } from '../template/find.ts';
import { type Format, formats, type Material, render } from './render.ts';
import { fitRecord } from './fit/fit-record.ts';
import { readIn } from './reading-input.ts';

const Input = z.strictObject({
  /** A document's text, or a record: one of the two. */
  source: z.string().optional(),
  record: RecordSchema.optional(),
  file: z.string().optional(),
  examples: z.boolean().optional(),
  /** Template to write in; the config's default without one. */
  template: z.string().optional(),
  format: z.enum(formats),
  paper: z.enum(papers).optional(),
});
type Input = z.infer<typeof Input>;

/** Figures and findings of a record that came without a document. */
export function materialOf(
  record: PostmortemRecord,
  template: Template,
  now: string,
  clocks: readonly Standing[] = [],
): Material {
  const { policy } = template;
  const figures = computeFigures(record, policy, { now });
  const findings = checkRecord({
    record,
    figures,
    policy,
    places: new Map(),
    claims: record.claims ?? [],
    encoding: { damaged: false },
    template: template.name,
    now,
    clocks,
  });
  return { record, figures, findings };
}

function material(input: Input, template: Template, context: Context): Material {
  if (input.record !== undefined) return materialOf(input.record, template, context.now);
  const { file, examples, source = '' } = input;
  const read = readIn(context, {
    source,
    ...(file === undefined ? {} : { file }),
    ...(examples === undefined ? {} : { examples }),
  });
  // Figures follow the definitions of the template that is written, findings speak of the document that was read.
  const record = fitRecord(read.record, template);
  const figures = computeFigures(record, template.policy, { now: context.now });
  return { record, figures, findings: read.findings, source };
}

export const writeDocument: Operation<Input, { content: string | Uint8Array; format: Format; template: string }> = {
  name: 'document.write',
  sentence: 'Write a document or a record in another template, as Markdown, HTML, PDF or Word.',
  effect: 'read',
  input: Input,
  run: async (input, context) => {
    const template = templateToWrite(input.template, context.config.template, context.templates);
    const content = await render(material(input, template, context), template, input);
    return { content, format: input.format, template: template.name };
  },
};
