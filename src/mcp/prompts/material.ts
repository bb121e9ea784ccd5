import type { PromptMessage } from '@modelcontextprotocol/server';
import { listEvidence } from '../../operations/evidence/list.ts';
import { showIncident } from '../../operations/incident/show.ts';
import { dataOf, type Desk } from '../desk.ts';
import { documentText, eventsOf } from '../resources/read.ts';
import { incidentUri } from '../resources/uri.ts';

/** Letters of one piece: long timelines are read on as resources. */
const mostLetters = 200_000;

const inlined = (uri: string, mimeType: string, text: string): PromptMessage => ({
  role: 'user',
  content: {
    type: 'resource',
    resource: {
      uri,
      mimeType,
      text: text.length <= mostLetters ? text : `${text.slice(0, mostLetters)}\n… read ${uri} for the rest`,
    },
  },
});

const json = (value: unknown): string => JSON.stringify(value, null, 1);

/** What an agent has to know of an incident before it writes: the document, its events, figures and findings, and its evidence. */
export async function materialOf(desk: Desk, incident: string): Promise<PromptMessage[]> {
  const shown = await dataOf<Parameters<typeof eventsOf>[0] & { figures: unknown; findings: unknown }>(
    desk,
    showIncident,
    { incident },
  );
  const { key, figures, findings } = shown;
  const evidence = await dataOf(desk, listEvidence, { incident });
  return [
    inlined(incidentUri(key), 'text/markdown', await documentText(desk, incident)),
    inlined(incidentUri(key, 'timeline'), 'application/json', json(eventsOf(shown))),
    inlined(incidentUri(key, 'record'), 'application/json', json({ figures, findings })),
    inlined(incidentUri(key, 'evidence'), 'application/json', json(evidence)),
  ];
}
