import { z } from 'zod';
import { Place } from '../../operations/comment/place.ts';
import { State } from '../../operations/comment/thread.ts';
import { RecordSchema } from '../../record/record.ts';

/** `hindcast.json` at the top of an export: what it is, of when. */
export const ExportHead = z.object({ format: z.literal('hindcast-export/1'), hindcast: z.string(), at: z.string() });
export type ExportHead = z.infer<typeof ExportHead>;

/** `people.json`: who was there. No secrets, no sessions. */
export const ExportedPeople = z.array(
  z.object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: z.enum(['owner', 'admin', 'approver', 'editor', 'viewer']),
    disabled: z.boolean(),
  }),
);
export type ExportedPeople = z.infer<typeof ExportedPeople>;

/** `incident.json` beside each `record.json` and `postmortem.md`. */
export const ExportedIncident = z.object({
  id: z.string(),
  number: z.number().int(),
  template: z.string(),
  status: z.string(),
  visibility: z.enum(['internal', 'restricted', 'published']),
  createdAt: z.string(),
  /** E-mail addresses of those who may see it while it is restricted. */
  members: z.array(z.string()),
  /** Evidence; its bytes are `evidence/SHA256` at the top. */
  evidence: z.array(
    z.object({
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      name: z.string(),
      note: z.string(),
      retainUntil: z.string().nullable(),
    }),
  ),
});
export type ExportedIncident = z.infer<typeof ExportedIncident>;

/** `record.json`: the whole record. */
export const ExportedRecord = RecordSchema;

/** Who wrote a comment: an address where they have one. */
export const ExportedAuthor = z.object({
  kind: z.enum(['person', 'token', 'system']),
  email: z.string().nullable(),
  name: z.string(),
});
export type ExportedAuthor = z.infer<typeof ExportedAuthor>;

/** `comments.json`, where there are any: threads with their replies. Paths name entries by their number: `timeline[2].text`. */
export const ExportedComments = z.array(
  z.object({
    id: z.string(),
    thread: z.string(),
    place: Place.nullable(),
    text: z.string(),
    replacement: z.string().nullable(),
    author: ExportedAuthor,
    at: z.string(),
    editedAt: z.string().nullable(),
    removedAt: z.string().nullable(),
    state: State,
    settledBy: ExportedAuthor.nullable(),
    settledAt: z.string().nullable(),
  }),
);
export type ExportedComment = z.infer<typeof ExportedComments>[number];

/** Names of files and folders of an export. */
export const names = {
  head: 'hindcast.json',
  people: 'people.json',
  templates: 'templates',
  incidents: 'incidents',
  incident: 'incident.json',
  record: 'record.json',
  document: 'postmortem.md',
  comments: 'comments.json',
  evidence: 'evidence',
  ledger: 'ledger.jsonl',
  checkpoint: 'checkpoint.txt',
} as const;
