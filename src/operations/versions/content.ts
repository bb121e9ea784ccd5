import { createHash } from 'node:crypto';
import { canonicalText } from '../../ledger/canonical.ts';
import { partKind } from '../../record/field-at.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import type { IncidentRow } from '../incident/load.ts';
import { assemble, type Part, type PartVersions } from '../part/assemble.ts';
import type { StoredContext } from '../stored-operation.ts';

/** An attached original, as the content names it. */
export type AttachedEvidence = { name: string; sha256: string };

/** What a version holds and a signature binds: groups as they are, lists as entries with their ids. */
export type Content = {
  template: string;
  record: Record<string, unknown>;
  evidence: AttachedEvidence[];
};

/** One entry of a list within a content. */
export type ContentEntry = { id: string; value: unknown };

/** An incident's content at one moment. */
export type CurrentContent = {
  content: Content;
  /** The content as canonical JSON (RFC 8785). */
  text: string;
  /** SHA-256 of the text, in hex. */
  sha256: string;
  record: PostmortemRecord;
  versions: PartVersions;
};

/** The SHA-256 of a text, in hex. */
export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

const snapshot = `select
  (select coalesce(jsonb_agg(part), '[]') from part where incident_id = $1) as parts,
  (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'sha256', sha256) order by added_at, id), '[]')
    from incident_evidence where incident_id = $1 and detached_at is null) as evidence`;

/** An incident's content as it is now. One statement reads record and evidence, so that both are of one moment. */
export async function currentContent({ database }: StoredContext, incident: IncidentRow): Promise<CurrentContent> {
  const { rows } = await database.query<{ parts: Part[]; evidence: AttachedEvidence[] }>({
    text: snapshot,
    values: [incident.id],
  });
  const { parts, evidence } = rows[0] ?? { parts: [], evidence: [] };
  const { record, versions } = assemble(parts);
  const content = { template: incident.template, record: withIds(record, versions), evidence };
  const text = canonicalText(content);
  return { content, text, sha256: sha256Of(text), record, versions };
}

function withIds(record: PostmortemRecord, versions: PartVersions): Record<string, unknown> {
  const named = Object.entries(record).map(([key, value]) => {
    const ids = versions[key];
    if (!Array.isArray(value) || !Array.isArray(ids)) return [key, value];
    return [key, value.map((entry, index): ContentEntry => ({ id: ids[index]?.id ?? '', value: entry }))];
  });
  return Object.fromEntries(named);
}

/** The record within a content, without the ids of entries. */
export function recordOf({ record }: Content): PostmortemRecord {
  const plain = Object.entries(record).map(([key, value]) => [
    key,
    partKind(key) === 'collection' ? (value as ContentEntry[]).map((entry) => entry.value) : value,
  ]);
  return Object.fromEntries(plain);
}
