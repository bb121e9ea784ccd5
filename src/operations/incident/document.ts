import { z } from 'zod';
import { papers } from '../../documents/paper-size.ts';
import { formats, render } from '../document/render.ts';
import { materialOf } from '../document/write.ts';
import { loadState } from '../lifecycle/state.ts';
import { withSignoffs } from '../signoffs/on-paper.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { templateToWrite } from '../template/find.ts';
import { loadIncident } from './load.ts';

const Input = z.strictObject({
  incident: z.string(),
  template: z.string().max(100).optional(),
  format: z.enum(formats).default('md'),
  paper: z.enum(papers).optional(),
});

const Output = z.object({
  content: z.union([z.string(), z.custom<Uint8Array>((value) => value instanceof Uint8Array)]),
  format: z.enum(formats),
});

export const incidentDocument: StoredOperation<z.infer<typeof Input>, z.infer<typeof Output>> = {
  name: 'incident.document',
  sentence: 'Write an incident as Markdown, HTML, PDF or Word, in its own template or another.',
  permission: 'incident.see',
  effect: 'read',
  settled: true,
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/incidents/{incident}/document' },
  run: async (context, { incident: reference, template: named, format, paper }) => {
    const incident = await loadIncident(context, reference, 'incident.see');
    const { current, signoffs } = await loadState(context, incident);
    const record = withSignoffs(current.record, signoffs);
    const template = templateToWrite(named ?? incident.template, undefined, context.templates);
    const content = await render(materialOf(record, template, context.now), template, {
      format,
      ...(paper === undefined ? {} : { paper }),
    });
    return { content, format };
  },
};
