import { showIncident } from '../operations/incident/show.ts';
import { dataOf, type Desk } from './desk.ts';
import { incidentParts, incidentUri } from './resources/uri.ts';

/** What a client is told: that a resource reads differently now, or that there are other resources. */
export type Told = { updated: (uri: string) => void; listed: () => void };

/** The texts of the events of a feed, as they come, until it ends or nobody wants them any more. */
async function* dataIn(stream: ReadableStream<Uint8Array>, gone: AbortSignal): AsyncGenerator<string> {
  const reader = stream.getReader();
  const leave = () => void reader.cancel().catch(() => {});
  gone.addEventListener('abort', leave);
  if (gone.aborted) leave();
  const decoder = new TextDecoder();
  let rest = '';
  for (let { value, done } = await reader.read(); !done; { value, done } = await reader.read()) {
    const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const lines = block.split('\n');
      if (lines.includes('event: change')) yield lines.find((line) => line.startsWith('data: '))?.slice(6) ?? '{}';
    }
  }
  gone.removeEventListener('abort', leave);
}

/** Incidents whose key is remembered. */
const mostKeys = 1000;

/** Tells of the changes in a feed until it ends. The feed names incidents by id, resources by key. */
export async function tellChanges(
  desk: Desk,
  feed: ReadableStream<Uint8Array>,
  told: Told,
  gone: AbortSignal,
): Promise<void> {
  const keys = new Map<string, string>();
  const keyOf = async (id: string): Promise<string | undefined> => {
    const known = keys.get(id);
    if (known !== undefined) return known;
    const found = await dataOf<{ key: string }>(desk, showIncident, { incident: id }).catch(() => undefined);
    if (keys.size >= mostKeys) keys.clear();
    if (found !== undefined) keys.set(id, found.key);
    return found?.key;
  };
  for await (const data of dataIn(feed, gone)) {
    const { operation, incident } = JSON.parse(data) as { operation?: string; incident?: string | null };
    if (operation === 'incident.create') told.listed();
    const key = typeof incident === 'string' ? await keyOf(incident) : undefined;
    if (key !== undefined) for (const part of incidentParts) told.updated(incidentUri(key, part));
  }
}
