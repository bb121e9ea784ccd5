import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import { loadState } from '../lifecycle/state.ts';
import { materialOf } from '../document/write.ts';
import { templateToWrite } from '../template/find.ts';
import { Found, Suspicion } from '../publication/preview.ts';
import { Ids, namesHere } from '../publication/redacted.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { fill, unfilledIn } from './fill.ts';
import { checkMessage } from './message.ts';
import { stages } from './stages.ts';

const Input = z.strictObject({
  incident: z.string(),
  stage: z.enum(stages).default('initial'),
  /** What somebody wrote; without it the message of that stage is filled from the record. */
  subject: z.string().trim().min(1).max(200).optional(),
  text: z.string().trim().min(1).max(10_000).optional(),
  /** Suspicions that may stay, by their ids. */
  accepted: Ids.default([]),
});
type Input = z.infer<typeof Input>;

const Output = z.object({
  subject: z.string(),
  text: z.string(),
  /** Places in braces that nobody has filled. */
  unfilled: z.array(z.string()),
  removed: z.array(Found.extend({ instead: z.string() })),
  suspects: z.array(Suspicion),
});

export const previewAnnouncement: StoredOperation<Input, z.infer<typeof Output>> = {
  name: 'announcement.preview',
  sentence:
    'Fill a message about an incident from its record, or look one through, with what must not leave the house.',
  permission: 'incident.see',
  effect: 'read',
  settled: true,
  input: Input as unknown as z.ZodType<Input>,
  output: Output,
  route: { method: 'POST', path: '/incidents/{incident}/announcements/preview' },
  run: async (context, { incident: reference, stage, subject, text, accepted }) => {
    const incident = await loadIncident(context, reference, 'incident.see');
    const { record } = (await loadState(context, incident)).current;
    const template = templateToWrite(incident.template, undefined, context.templates);
    const { figures } = materialOf(record, template, context.now);
    const message = (await readSettings(context.database))['announcements.messages'][stage];
    const given = {
      subject: subject ?? fill(message.subject, record, figures),
      text: text ?? fill(message.text, record, figures),
    };
    const checked = checkMessage(given, await namesHere(context, record), accepted);
    return { ...checked, unfilled: unfilledIn(`${checked.subject}\n${checked.text}`) };
  },
};
