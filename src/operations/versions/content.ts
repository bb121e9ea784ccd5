import { createHash } from 'node:crypto';
import { canonicalText } from '../../ledger/canonical.ts';
import { partKind } from '../../record/field-at.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import type { IncidentRow } from '../incident/load.ts';
import { assemble, type PartVersions } from '../part/assemble.ts';
import { type KeptPart, unpackedParts } from '../part/unpacked-parts.ts';
import type { StoredContext } from '../stored-operation.ts';
import { recalled } from './recalled.ts';
import { templateToWrite } from '../template/find.ts';
import { templateSha256 } from '../template/source-hash.ts';

/** An attached original, as the content names it. */
export type AttachedEvidence = { name: string; sha256: string };

/** What a version holds and a signature binds: groups as they are, lists as entries with their ids. */
export type Content = {
  template: string;
  /** SHA-256 of the template's source, in hex: another template makes another document of the same record. */
  templateSha256: string;
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

// Texts, so that what was read before is known again without parsing it.
const snapshot = `select
  (select json_agg(json_build_array(key, id, position, version, count, touched, value))::text from kept_part where incident_id = $1) as parts,
  (select coalesce(json_agg(json_build_object('name', name, 'sha256', sha256) order by added_at, id), '[]')::text
    from incident_evidence where incident_id = $1 and detached_at is null) as evidence`;

type Row = { parts: string | null; evidence: string };

/**
 * An incident's content as it is now. One statement reads record and evidence, so that both are of one moment. When they are what
 * they were at the last time, so is the content, the same frozen object.
 */
export async function currentContent(
  { database, templates }: StoredContext,
  incident: IncidentRow,
): Promise<CurrentContent> {
  const { rows } = await database.query<Row>({ text: snapshot, values: [incident.id] });
  const { parts, evidence } = rows[0] ?? { parts: null, evidence: '[]' };
  const template = templateSha256(templateToWrite(incident.template, undefined, templates));
  const source = [incident.template, template, evidence, parts ?? '[]'].join('\n');
  return recalled(database, incident.id, source, () => contentOf(incident.template, template, parts ?? '[]', evidence));
}

function contentOf(template: string, templateHash: string, parts: string, evidence: string): CurrentContent {
  const { record, versions } = assemble(unpackedParts(JSON.parse(parts) as KeptPart[]));
  const content = {
    template,
    templateSha256: templateHash,
    record: withIds(record, versions),
    evidence: JSON.parse(evidence) as AttachedEvidence[],
  };
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
