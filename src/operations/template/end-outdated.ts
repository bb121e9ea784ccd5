import { sql } from 'kysely';
import { save } from '../save.ts';
import type { StoredContext } from '../stored-operation.ts';
import { templateSha256 } from './source-hash.ts';

/** Of an incident `i`: approved in another source of its template. What versions before kept no source are left as they are. */
const outdated = (name: string, sha256: string) => sql<boolean>`i.template = ${name} and i.status = 'approved'
  and (select v.template_sha256 <> ${sha256} from incident_version v where v.incident_id = i.id and v.status = 'approved'
    order by v.number desc limit 1)`;

/**
 * Ends the approvals of incidents whose template came with another source than they were approved in, as after an upgrade: nobody
 * changed it by an operation, so nothing has ended them. For the start of a server; see docs/decisions/0008.
 */
export async function endOutdatedApprovals(context: StoredContext): Promise<void> {
  const { database, templates } = context;
  const rows = await database.kysely
    .selectFrom('incident')
    .select('template')
    .distinct()
    .where('status', '=', 'approved')
    .execute();
  const used = new Set(rows.map(({ template }) => template));
  for (const template of templates.filter(({ name }) => used.has(name))) {
    const { name } = template;
    const sha256 = templateSha256(template);
    const { rows: found } = await sql`select 1 from incident i where ${outdated(name, sha256)} limit 1`.execute(
      database.kysely,
    );
    if (found.length === 0) continue;
    await save(context, {
      operation: 'template.upgrade',
      subject: `template/${name}`,
      payload: { sha256 },
      changes: [
        {
          statement: sql`update incident i set status = 'inReview', version = version + 1 where ${outdated(name, sha256)}`,
          rows: 'any',
        },
      ],
      result: null,
    });
  }
}
