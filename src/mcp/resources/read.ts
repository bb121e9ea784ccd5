import {
  ProtocolError,
  ProtocolErrorCode,
  type ReadResourceResult,
  ResourceNotFoundError,
} from '@modelcontextprotocol/server';
import { listEvidence } from '../../operations/evidence/list.ts';
import { incidentDocument } from '../../operations/incident/document.ts';
import { showIncident } from '../../operations/incident/show.ts';
import { dataOf, type Desk } from '../desk.ts';
import { templateShow } from '../offered.ts';
import { refusalOf } from '../tools/failure.ts';
import { type IncidentPart, type Place, placeOf } from './uri.ts';

type Text = { mimeType: string; text: string };
type Shown = {
  key: string;
  record: { timeline?: object[] };
  versions: { timeline?: { id: string; version: number }[] };
};

const json = (value: unknown): Text => ({ mimeType: 'application/json', text: JSON.stringify(value, null, 1) });
const markdown = (text: string): Text => ({ mimeType: 'text/markdown', text });

/** The events of an incident, each with its id and version. */
export function eventsOf({ key, record, versions }: Shown): object {
  const events = record.timeline ?? [];
  return { incident: key, events: events.map((event, index) => ({ ...versions.timeline?.[index], ...event })) };
}

/** The document of an incident as Markdown. */
export async function documentText(desk: Desk, incident: string): Promise<string> {
  const answer = await desk.call(incidentDocument, { incident, format: 'md' });
  const { content } = answer as { content: string | Uint8Array };
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

const parts: Record<IncidentPart, (desk: Desk, incident: string) => Promise<Text>> = {
  '': async (desk, incident) => markdown(await documentText(desk, incident)),
  record: async (desk, incident) => json(await dataOf(desk, showIncident, { incident })),
  timeline: async (desk, incident) => json(eventsOf(await dataOf<Shown>(desk, showIncident, { incident }))),
  evidence: async (desk, incident) => json(await dataOf(desk, listEvidence, { incident })),
};

const textOf = async (desk: Desk, place: Place): Promise<Text> =>
  place.kind === 'incident'
    ? parts[place.part](desk, place.incident)
    : markdown((await dataOf<{ source: string }>(desk, templateShow, { name: place.template })).source);

/** Letters of a resource: clients that read standard input hold 10 MB of one message. */
const mostLetters = 4_000_000;

const missing = new Set(['incident.not-found', 'template.unknown']);

/** Reads a resource. @throws ProtocolError, for one that is not there or not for this caller as well */
export async function readResource(desk: Desk, uri: string): Promise<ReadResourceResult> {
  const place = placeOf(uri);
  if (place === undefined) throw new ResourceNotFoundError(uri);
  try {
    const found = await textOf(desk, place);
    if (found.text.length > mostLetters)
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, `${uri} has more than ${mostLetters / 1e6} MB`);
    return { contents: [{ uri, ...found }] };
  } catch (error) {
    const refusal = refusalOf(error);
    throw refusal !== undefined && missing.has(refusal.code) ? new ResourceNotFoundError(uri, refusal.message) : error;
  }
}
