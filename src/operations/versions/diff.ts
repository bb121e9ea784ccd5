import { z } from 'zod';
import { toMarkdown } from '../document/render.ts';
import { materialOf } from '../document/write.ts';
import { type IncidentRow, loadIncident } from '../incident/load.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { templateToWrite } from '../template/find.ts';
import { type Content, currentContent } from './content.ts';
import { diffContent, type ContentDiff } from './diff-content.ts';
import { diffLines } from './diff-lines.ts';
import { diffText } from './diff-text.ts';
import { type Hunk, hunksOf, hunkText } from './hunks.ts';
import { loadVersion } from './load.ts';
import { VersionNumber } from './show.ts';

const Input = z.strictObject({
  incident: z.string(),
  from: VersionNumber,
  /** The later version; the content as it is now without. */
  to: VersionNumber.optional(),
});

/** Two versions compared, as data and as text. */
export type VersionDiff = {
  from: { number: number; sha256: string };
  /** Number null: the content as it is now. */
  to: { number: number | null; sha256: string };
  record: ContentDiff;
  markdown: Hunk[];
  /** Both for a person to read. */
  text: string;
};

const Side = z.object({ number: z.number().int().nullable(), sha256: z.string() });
const Output = z.object({
  from: Side,
  to: Side,
  record: z.looseObject({ fields: z.array(z.looseObject({ path: z.string() })) }),
  markdown: z.array(z.looseObject({ before: z.number().int(), after: z.number().int() })),
  text: z.string(),
}) as unknown as z.ZodType<VersionDiff>;

type Compared = { number: number | null; sha256: string; content: Content; markdown: string };

async function now(context: StoredContext, incident: IncidentRow): Promise<Compared> {
  const { content, record, sha256 } = await currentContent(context, incident);
  const template = templateToWrite(incident.template, undefined, context.templates);
  return { number: null, sha256, content, markdown: toMarkdown(materialOf(record, template, context.now), template) };
}

export const diffVersions: StoredOperation<z.infer<typeof Input>, VersionDiff> = {
  name: 'version.diff',
  sentence:
    'Compare two versions of an incident, or one with the present: field by field, and line by line as Markdown.',
  permission: 'incident.see',
  effect: 'read',
  settled: true,
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/incidents/{incident}/diff' },
  run: async (context, { incident: reference, from, to }) => {
    const incident = await loadIncident(context, reference, 'incident.see');
    const before = await loadVersion(context, incident.id, from);
    const after: Compared =
      to === undefined ? await now(context, incident) : await loadVersion(context, incident.id, to);
    const record = diffContent(before.content, after.content);
    const markdown = hunksOf(diffLines(before.markdown, after.markdown));
    const parts = [diffText(record), hunkText(markdown)].filter((part) => part !== '');
    const text = parts.length === 0 ? 'Nothing differs.\n' : `${parts.join('\n\n')}\n`;
    const side = <Number extends number | null>({ number, sha256 }: { number: Number; sha256: string }) => ({
      number,
      sha256,
    });
    return { from: side(before), to: side(after), record, markdown, text };
  },
};
