import { z } from 'zod';
import { toMarkdown } from '../document/render.ts';
import { materialOf } from '../document/write.ts';
import { loadIncident } from '../incident/load.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { templateToWrite } from '../template/find.ts';
import { type Content, recordOf } from './content.ts';
import { diffContent, type ContentDiff } from './diff-content.ts';
import { diffLines } from './diff-lines.ts';
import { diffText } from './diff-text.ts';
import { type Hunk, hunksOf, hunkText } from './hunks.ts';
import { type Left, restorationOf } from './restoration.ts';
import { VersionNumber } from './show.ts';

const Input = z.strictObject({
  incident: z.string(),
  number: VersionNumber,
  /** Only what stands there: a part (`summary`), a field (`summary.text`), an entry (`timeline/ID`) or a field of one. */
  path: z.string().max(300).optional(),
});

/** What restoring a version would change. */
export type RestorePreview = {
  /** SHA-256 of the content as it is now, to be named as `seen` when restoring. */
  sha256: string;
  record: ContentDiff;
  markdown: Hunk[];
  /** What of the version does not come back. */
  left: Left[];
  /** All of it for a person to read. */
  text: string;
};

export const LeftOver = z.object({ code: z.string(), name: z.string(), sentence: z.string() });

const Output = z.object({
  sha256: z.string(),
  record: z.looseObject({ fields: z.array(z.looseObject({ path: z.string() })) }),
  markdown: z.array(z.looseObject({ before: z.number().int(), after: z.number().int() })),
  left: z.array(LeftOver),
  text: z.string(),
}) as unknown as z.ZodType<RestorePreview>;

function linesOf({ templates, now }: StoredContext, content: Content): string {
  const template = templateToWrite(content.template, undefined, templates);
  return toMarkdown(materialOf(recordOf(content), template, now), template);
}

export const previewVersion: StoredOperation<z.infer<typeof Input>, RestorePreview> = {
  name: 'version.preview',
  sentence: 'Say what restoring a version would change, field by field and line by line, and what does not come back.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Output,
  settled: true,
  route: { method: 'GET', path: '/incidents/{incident}/versions/{number}/restore' },
  run: async (context, { incident: reference, ...asked }) => {
    const incident = await loadIncident(context, reference, 'incident.see');
    const { present, wanted, left } = await restorationOf(context, incident, asked);
    const record = diffContent(present.content, wanted);
    const markdown = hunksOf(diffLines(linesOf(context, present.content), linesOf(context, wanted)));
    const sentences = left.map(({ sentence }) => sentence).join('\n');
    const parts = [diffText(record), hunkText(markdown), sentences].filter((part) => part !== '');
    const text = parts.length === 0 ? 'Nothing would change.\n' : `${parts.join('\n\n')}\n`;
    return { sha256: present.sha256, record, markdown, left, text };
  },
};
