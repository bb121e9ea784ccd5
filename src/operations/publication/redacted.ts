import { z } from 'zod';
import type { PostmortemRecord } from '../../record/record.ts';
import type { IncidentRow } from '../incident/load.ts';
import type { State } from '../lifecycle/state.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { StoredContext } from '../stored-operation.ts';
import { templateToWrite } from '../template/find.ts';
import { namesOf } from './names.ts';
import { publicVersion, type Redacted } from './public-version.ts';
import { slugForm } from './slug.ts';

/** Suspicions that one request may decide about. */
const mostDecisions = 10_000;
/** Ids of suspicions. */
export const Ids = z.array(z.string().regex(/^[0-9a-f]{24}$/)).max(mostDecisions);

/** How an incident is to be published. The same wishes and content give the same page. */
export const Wishes = z.strictObject({
  incident: z.string(),
  /** Show what it cost. */
  costs: z.boolean().default(false),
  /** Hosts whose links may stay: status.example.org. */
  publicHosts: z
    .array(z.string().regex(/^[a-z0-9.-]{1,253}$/))
    .max(50)
    .default([]),
  /** The last part of its address; made of number and title without. */
  slug: z.string().regex(slugForm, 'small letters, digits and hyphens, at most 80').optional(),
  /** Suspicions that may stay, by their ids. */
  accepted: Ids.default([]),
  /** Suspicions that are to be taken out, by their ids. */
  redacted: Ids.default([]),
});
export type Wishes = z.infer<typeof Wishes>;

/** The names that a server knows: everybody who was ever invited, and what owners never want to be public. */
export async function namesHere(context: StoredContext, record: PostmortemRecord) {
  const [rows, settings] = await Promise.all([
    context.database.kysely.selectFrom('person').select('name').execute(),
    readSettings(context.database),
  ]);
  return namesOf(
    record,
    rows.map(({ name }) => name),
    settings['publishing.never'],
  );
}

/** Makes the redacted version of an incident's content as it is now. Its clock is the time of the newest version, so that it can be made again. */
export async function redact(
  context: StoredContext,
  incident: IncidentRow,
  state: Pick<State, 'current' | 'versions'>,
  { costs, publicHosts, slug, accepted, redacted }: Wishes,
): Promise<Redacted> {
  const { record } = state.current;
  const names = await namesHere(context, record);
  const template = templateToWrite(incident.template, undefined, context.templates);
  const at = state.versions[0]?.at ?? incident.createdAt;
  const source = { record, template, at, number: incident.number, slug };
  return publicVersion(source, { names, publicHosts, costs }, { accepted, redacted });
}
