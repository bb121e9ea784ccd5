import { z } from 'zod';
import { canonicalText } from '../../ledger/canonical.ts';
import { titleOf, toMarkdown } from '../document/render.ts';
import { materialOf } from '../document/write.ts';
import type { IncidentRow } from '../incident/load.ts';
import type { State } from '../lifecycle/state.ts';
import type { StoredContext } from '../stored-operation.ts';
import { templateToWrite } from '../template/find.ts';
import { sha256Of } from '../versions/content.ts';
import { namesOf } from './names.ts';
import { redactRecord, type Removed } from './redact-record.ts';
import { slugForm, slugOf } from './slug.ts';
import { type Suspect, suspectsOf } from './suspects.ts';

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
});
export type Wishes = z.infer<typeof Wishes>;

/** The redacted version of an incident, and the leak report. */
export type Redacted = {
  slug: string;
  title: string;
  markdown: string;
  /** The public page. */
  html: string;
  /** SHA-256 over slug, Markdown and page: what publishing asks for. */
  sha256: string;
  removed: Removed[];
  suspects: Suspect[];
};

/** Suspicions a report lists; beyond them nobody reads. */
const mostSuspects = 500;

async function teamNames({ database }: StoredContext): Promise<string[]> {
  const rows = await database.kysely.selectFrom('person').select('name').execute();
  return rows.map(({ name }) => name);
}

/** Makes the redacted version of an incident's content as it is now. Its clock is the time of the newest version, so that it can be made again. */
export async function redact(
  context: StoredContext,
  incident: IncidentRow,
  state: Pick<State, 'current' | 'versions'>,
  { costs, publicHosts, slug: wish }: Wishes,
): Promise<Redacted> {
  const { record: whole } = state.current;
  const names = namesOf(whole, await teamNames(context));
  const { record, removed } = redactRecord(whole, { names, publicHosts, costs });
  const template = templateToWrite(incident.template, undefined, context.templates);
  const at = state.versions[0]?.at ?? incident.createdAt;
  const material = materialOf(record, template, at);
  const markdown = toMarkdown(material, template);
  const title = titleOf(record);
  const slug = wish ?? slugOf(incident.number, record.incident?.title ?? '');
  // Loaded only when needed, as the makers of documents are.
  const { renderHtml } = await import('../../documents/html.ts');
  const html = renderHtml({ ...material, findings: [], markdown, title, margin: false, date: at.slice(0, 10) });
  const sha256 = sha256Of(canonicalText({ slug, markdown, html }));
  return { slug, title, markdown, html, sha256, removed, suspects: suspectsOf(record).slice(0, mostSuspects) };
}
