import { randomBytes } from 'node:crypto';
import { canonicalText } from '../ledger/canonical.ts';
import { entryHash } from '../ledger/entry-hash.ts';

/** What the ledger keeps of an operation. `payload` is what happened, `result` what a repeated request is answered. */
export type EntryDraft = {
  /** RFC 3339 instant. */
  at: string;
  /** `person:UUID`, `token:UUID` or `system`. */
  actor: string;
  operation: string;
  incidentId?: string | undefined;
  /** What was changed, in short: `timeline/UUID`. */
  subject: string;
  /** The key the client gave, unique per actor: a repeated request does nothing. */
  key?: string | undefined;
  payload: unknown;
  /** Kept for those who gave a key; nobody else can ask again. */
  result: unknown;
  /** Sixteen random bytes, so that a hash of few possible payloads tells nothing. */
  salt: Uint8Array;
};

/** An entry as its row: the key that finds it again, its hash, and its values in the order of `entryColumns`. */
export type EntryRow = { key: string; hash: Uint8Array; values: unknown[]; bytes: number };

export const entryColumns = 'at, actor, operation, incident_id, subject, key, salt, hash, payload, result';

const types = ['timestamptz', 'text', 'text', 'uuid', 'text', 'text', 'bytea', 'bytea', 'text', 'text'];

/** The values of a row as parameters, the first of which has this number. */
export const entryParameters = (from: number): string =>
  types.map((type, index) => `$${from + index}::${type}`).join(', ');

/** How many values a row has. */
export const entryWidth = types.length;

/** The key of an actor as it is kept: two actors may use the same one. */
export const actorKey = (actor: string, key: string): string => `${actor} ${key}`;

/** Keys of our own are short, begin alike and go up, so that their index stays small and is written at its end. */
const processTag = randomBytes(9).toString('base64url');
let made = 0;
const ownKey = (): string => processTag + String((made += 1)).padStart(9, '0');

/** The row of a draft. */
export function entryRow(draft: EntryDraft): EntryRow {
  const { at, actor, operation, incidentId = null, subject, salt } = draft;
  const key = draft.key === undefined ? ownKey() : actorKey(actor, draft.key);
  const text = canonicalText({ at, actor, operation, incident: incidentId, subject, input: draft.payload });
  const hash = entryHash(salt, text);
  const result = draft.key === undefined ? null : JSON.stringify(draft.result ?? null);
  const values = [at, actor, operation, incidentId, subject, key, salt, hash, text, result];
  return { key, hash, values, bytes: text.length + (result?.length ?? 0) };
}
