import type { StoredContext } from '../stored-operation.ts';
import { findIncidents } from '../search/find.ts';

/** Incidents that are named as related. */
const mostRelated = 5;

/**
 * Other incidents of the same services, as lines that say why. A restricted one is never named: a document has more readers than whoever
 * drafts it.
 */
export async function relatedTo(
  context: StoredContext,
  incidentId: string,
  services: readonly string[],
): Promise<{ text: string }[]> {
  const found = new Map<string, string>();
  for (const service of services.slice(0, mostRelated)) {
    const { hits } = await findIncidents.run(context, { words: '', service, from: 0, limit: 2 * mostRelated });
    for (const { id, key, title, day, visibility } of hits)
      if (id !== incidentId && visibility !== 'restricted' && !found.has(id))
        found.set(id, `${key} ${title.map(({ text }) => text).join('')} (${day}): the same service, ${service}`);
  }
  return [...found.values()].slice(0, mostRelated).map((text) => ({ text }));
}
