import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import { loadState } from '../lifecycle/state.ts';
import type { StoredOperation } from '../stored-operation.ts';
import type { Redacted } from './public-version.ts';
import { redact, Wishes } from './redacted.ts';

/** A place of the leak report. */
export const Found = z.object({ kind: z.string(), text: z.string(), place: z.string() });

/** Something that was left and still looks like a leak. */
export const Suspicion = Found.extend({
  id: z.string(),
  before: z.string(),
  after: z.string(),
  decision: z.enum(['open', 'accepted', 'redacted']),
});

const Output = z.object({
  slug: z.string(),
  title: z.string(),
  markdown: z.string(),
  html: z.string(),
  sha256: z.string(),
  /** What was found and taken out. */
  removed: z.array(Found.extend({ instead: z.string() })),
  /** What was left and still looks like a leak, in its sentence, and what was decided about it. */
  suspects: z.array(Suspicion),
}) satisfies z.ZodType<Redacted>;

export const previewPublication: StoredOperation<Wishes, Redacted> = {
  name: 'publication.preview',
  sentence:
    'Make the redacted version of an incident, with a report of what was taken out and what still looks like a leak.',
  permission: 'incident.see',
  effect: 'read',
  settled: true,
  input: Wishes as unknown as z.ZodType<Wishes>,
  output: Output,
  route: { method: 'POST', path: '/incidents/{incident}/publication/preview' },
  run: async (context, wishes) => {
    const incident = await loadIncident(context, wishes.incident, 'incident.see');
    return redact(context, incident, await loadState(context, incident), wishes);
  },
};
