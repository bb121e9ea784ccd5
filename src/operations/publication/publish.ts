import { sql } from 'kysely';
import { z } from 'zod';
import type { Change } from '../../store/commit.ts';
import { actorName } from '../access/actor.ts';
import { HindcastError } from '../errors.ts';
import { type IncidentRow, loadIncident } from '../incident/load.ts';
import { requireStep } from '../lifecycle/require-step.ts';
import { publishing } from '../lifecycle/steps.ts';
import { tellConcerned } from '../lifecycle/tell-step.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { insertVersion } from '../versions/make.ts';
import { paperOf } from '../versions/paper.ts';
import type { Redacted } from './public-version.ts';
import { redact, Wishes } from './redacted.ts';

const Input = Wishes.extend({
  /** Of the preview that was looked at. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'the hash that the preview gave'),
});
type Input = z.infer<typeof Input>;

const Output = z.object({ url: z.string(), slug: z.string(), version: z.number().int(), sha256: z.string() });

async function requireFree({ database }: StoredContext, incidentId: string, slug: string): Promise<void> {
  const taken = await database.kysely
    .selectFrom('publication')
    .select('slug')
    .where('slug', '=', slug)
    .where('incident_id', '<>', incidentId)
    .executeTakeFirst();
  if (taken !== undefined) throw new HindcastError('publication.slug', { slug });
}

/** A page that took the same address in the same moment leaves no row to count: decided anew, it is refused. */
function put(
  { actor, now }: StoredContext,
  { id }: IncidentRow,
  version: number,
  page: Redacted,
  wishes: object,
): Change {
  const { slug, sha256, markdown, html } = page;
  return {
    statement: sql`insert into publication (incident_id, slug, version, sha256, markdown, html, at, by, withdrawn_at, wishes)
      select ${id}::uuid, ${slug}, ${version}, ${sha256}, ${markdown}, ${html}, ${now}::timestamptz, ${actorName(actor)}, null, ${JSON.stringify(wishes)}::jsonb
      where not exists (select 1 from publication p where p.slug = ${slug} and p.incident_id <> ${id}::uuid)
      on conflict (incident_id) do update set slug = excluded.slug, version = excluded.version, sha256 = excluded.sha256,
        markdown = excluded.markdown, html = excluded.html, at = excluded.at, by = excluded.by, withdrawn_at = null, wishes = excluded.wishes`,
  };
}

export const publish: StoredOperation<Input, z.infer<typeof Output>> = {
  name: publishing.operation,
  sentence: publishing.sentence,
  permission: publishing.permission,
  effect: 'write',
  settled: true,
  input: Input as unknown as z.ZodType<Input>,
  output: Output,
  route: { method: 'POST', path: '/incidents/{incident}/publication' },
  run: (context, { sha256: seen, ...wishes }) =>
    retried(async () => {
      const incident = await loadIncident(context, wishes.incident, publishing.permission);
      const state = await requireStep(context, incident, publishing);
      const page = await redact(context, incident, state, wishes);
      if (page.sha256 !== seen)
        throw new HindcastError('publication.changed', {
          sha256: seen,
          reason: 'content, wishes or the list of people differ',
        });
      const open = page.suspects.filter(({ decision }) => decision === 'open').length;
      if (open > 0) throw new HindcastError('publication.undecided', { count: String(open) });
      await requireFree(context, incident.id, page.slug);
      const version = (state.versions[0]?.number ?? 0) + 1;
      const markdown = paperOf(context, incident, state);
      const { costs, publicHosts, accepted, redacted } = wishes;
      const kept = { costs, publicHosts, accepted, redacted };
      return save(context, {
        operation: publishing.operation,
        incidentId: incident.id,
        subject: `publication/${page.slug}`,
        payload: { slug: page.slug, version, sha256: page.sha256, content: state.current.sha256, ...kept },
        changes: [
          {
            statement: sql`update incident set status = 'published', version = version + 1,
              visibility = case when visibility = 'internal' then 'published' else visibility end
              where id = ${incident.id}::uuid and version = ${incident.version}`,
          },
          insertVersion(context, incident, state.current, { number: version, status: 'published', markdown }),
          put(context, incident, version, page, { ...kept, slug: page.slug }),
          tellConcerned(context, incident, state, {
            kind: 'document.published',
            values: { by: context.actor.name, url: `${context.origin}/public/${page.slug}` },
            version,
          }),
        ],
        result: { url: `${context.origin}/public/${page.slug}`, slug: page.slug, version, sha256: page.sha256 },
      });
    }),
};
