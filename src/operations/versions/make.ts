import { sql } from 'kysely';
import type { Change } from '../../store/commit.ts';
import type { Status } from '../../store/tables.ts';
import { actorName } from '../access/actor.ts';
import type { IncidentRow } from '../incident/load.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { CurrentContent } from './content.ts';

/** A version to be made of the content as it is. */
export type NewVersion = { number: number; status: Status; markdown: string };

/** Keeps a version; changes nothing when somebody else made this number first. */
export function insertVersion(
  { actor, now }: StoredContext,
  incident: IncidentRow,
  { content, text, sha256 }: CurrentContent,
  { number, status, markdown }: NewVersion,
): Change {
  return {
    statement: sql`insert into incident_version (incident_id, number, status, template, content, markdown, sha256, at, by, template_sha256)
      values (${incident.id}::uuid, ${number}, ${status}, ${incident.template}, ${text}, ${markdown}, ${sha256}, ${now}::timestamptz, ${actorName(actor)},
        ${content.templateSha256})
      on conflict do nothing`,
  };
}
