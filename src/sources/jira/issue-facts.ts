import type { Context } from '../reading.ts';
import { isSeverityLabel } from '../severity-label.ts';
import { type Issue, Named } from './schema.ts';

/** The page of an issue for people, from its address in the API: `https://HOST/rest/api/2/issue/1`. */
export function browseUrl(self: string | undefined, key: string | undefined): string | undefined {
  const base = /^(https?:\/\/[^\s?#]{1,300}?)\/rest\/(?:api|agile)\//.exec(self ?? '')?.[1];
  if (base === undefined || key === undefined || base.startsWith('https://api.atlassian.com')) return undefined;
  return `${base}/browse/${encodeURIComponent(key.toWellFormed())}`;
}

/** Adds what an issue says beside its moments: title, services, and the severity of an incident. */
export function issueFacts({ fields }: Issue, place: string, { reading: { facts }, keep }: Context): void {
  const title = keep(fields?.summary ?? '');
  if (title !== '') facts.titles.push({ value: title, from: 'conversation', evidence: `${place}/fields/summary` });
  for (const [index, raw] of (fields?.components ?? []).entries()) {
    const name = Named.parse(raw)?.name;
    if (name) facts.services.push({ value: keep(name), evidence: `${place}/fields/components/${index}/name` });
  }
  const priority = fields?.priority?.name;
  if (priority && /incident/i.test(fields?.issuetype?.name ?? '')) {
    facts.severities.push({ value: keep(priority), of: 'incident', evidence: `${place}/fields/priority/name` });
  }
  for (const [index, label] of (fields?.labels ?? []).entries()) {
    if (typeof label !== 'string' || !isSeverityLabel(label)) continue;
    facts.severities.push({ value: keep(label), of: 'incident', evidence: `${place}/fields/labels/${index}` });
  }
}
