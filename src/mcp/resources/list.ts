import type { ListResourcesResult, ListResourceTemplatesResult, Resource } from '@modelcontextprotocol/server';
import { listIncidents } from '../../operations/incident/list.ts';
import { dataOf, type Desk } from '../desk.ts';
import { templateList } from '../offered.ts';
import { incidentUri, templateUri } from './uri.ts';

type Incident = { key: string; title: string | null; severity: string | null; status: string; createdAt: string };
type Incidents = { items: Incident[]; next?: string };

const incidentResource = ({ key, title, severity, status }: Incident): Resource => ({
  uri: incidentUri(key),
  name: key,
  title: title ?? key,
  description: [status, severity].filter(Boolean).join(', '),
  mimeType: 'text/markdown',
});

/** The incidents, newest first and page by page; behind the last of them the templates. */
export async function listResources(desk: Desk, cursor: string | undefined): Promise<ListResourcesResult> {
  const input = cursor === undefined ? {} : { cursor };
  const { items, next } = await dataOf<Incidents>(desk, listIncidents, input);
  const resources = items.map(incidentResource);
  if (next !== undefined) return { resources, nextCursor: next };
  const templates = await dataOf<{ name: string; title: string; sentence: string }[]>(desk, templateList, {});
  const further = templates.map(({ name, title, sentence }) => ({
    uri: templateUri(name),
    name,
    title,
    description: sentence,
    mimeType: 'text/markdown',
  }));
  return { resources: [...resources, ...further] };
}

/** The forms of addresses. */
export const resourceTemplates: ListResourceTemplatesResult = {
  resourceTemplates: [
    {
      uriTemplate: 'hindcast://incident/{incident}',
      name: 'incident',
      title: 'Post-mortem',
      description: 'The document in its own template, as Markdown.',
      mimeType: 'text/markdown',
    },
    {
      uriTemplate: 'hindcast://incident/{incident}/record',
      name: 'record',
      title: 'Record of an incident',
      description: 'All fields with the versions of their parts, figures with their formulas, findings, signatures.',
      mimeType: 'application/json',
    },
    {
      uriTemplate: 'hindcast://incident/{incident}/timeline',
      name: 'timeline',
      title: 'Timeline of an incident',
      description: 'Its events in order, each with the id and version that a change of it names.',
      mimeType: 'application/json',
    },
    {
      uriTemplate: 'hindcast://incident/{incident}/evidence',
      name: 'evidence',
      title: 'Evidence of an incident',
      description: 'The originals it rests on: names, hashes, sizes, who added them.',
      mimeType: 'application/json',
    },
    {
      uriTemplate: 'hindcast://template/{template}',
      name: 'template',
      title: 'Template',
      description: 'The Markdown of a template, with its placeholders.',
      mimeType: 'text/markdown',
    },
  ],
};
