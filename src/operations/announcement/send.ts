import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import { Ids } from '../publication/redacted.ts';
import { retried } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { componentStates, impacts, reportStatuses } from '../status/words.ts';
import { sendOnce } from './send-once.ts';
import { stages } from './stages.ts';

/** What is sent, and which ways it goes. */
export const SendInput = z.strictObject({
  incident: z.string(),
  stage: z.enum(stages),
  subject: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(10_000),
  /** Suspicions of the preview that may stay, by their ids. */
  accepted: Ids.default([]),
  /** What the status page says with it; its subscribers hear of it. */
  statusPage: z
    .strictObject({
      status: z.enum(reportStatuses),
      impact: z.enum(impacts),
      /** States of components, by their names; of others nothing new is said. */
      components: z.record(z.string().max(100), z.enum(componentStates)).default({}),
    })
    .optional(),
  /** Names of lists. */
  lists: z.array(z.string().max(100)).max(50).default([]),
  /** What somebody told by themselves: written down, not sent. */
  elsewhere: z
    .array(z.strictObject({ channel: z.string().trim().min(1).max(100), audience: z.string().trim().min(1).max(200) }))
    .max(10)
    .default([]),
});
export type SendInput = z.infer<typeof SendInput>;

const Output = z.object({ announcements: z.array(z.string()), receivers: z.number().int() });
export type Sent = z.infer<typeof Output>;

export const sendAnnouncement: StoredOperation<SendInput, Sent> = {
  name: 'announcement.send',
  sentence: 'Tell about an incident: on the status page, by e-mail to lists, or write down what was told elsewhere.',
  permission: 'incident.approve',
  effect: 'write',
  settled: true,
  input: SendInput as unknown as z.ZodType<SendInput>,
  output: Output,
  route: { method: 'POST', path: '/incidents/{incident}/announcements' },
  run: (context, input) =>
    retried(async () => sendOnce(context, await loadIncident(context, input.incident, 'incident.approve'), input)),
};
