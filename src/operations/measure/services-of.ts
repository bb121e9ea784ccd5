import type { Service } from '../../measurement/service.ts';
import type { PostmortemRecord } from '../../record/record.ts';

const letters = /[\p{L}\p{N}_-]/u;

/** Where a name stands in a text as a word of its own; -1 where it does not. */
function placeOf(name: string, text: string): number {
  const wanted = name.toLowerCase();
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + wanted.length);
    if (!letters.test(before) && !letters.test(after)) return at;
  }
  return -1;
}

/** The services that an incident names, in the order in which it does: its header and systems first, then the rest of it. */
export function servicesOf<Kept extends { service: Service }>(
  record: PostmortemRecord,
  watched: readonly Kept[],
): Kept[] {
  const { incident, systems = [], impact, summary, timeline = [] } = record;
  const texts = [
    incident?.services,
    ...systems.map(({ name }) => name),
    impact?.scope?.services,
    impact?.technical?.systems,
    incident?.title,
    ...Object.values(summary ?? {}),
    ...timeline.map(({ text }) => text),
  ];
  const text = texts
    .filter((each) => each !== undefined)
    .join('\n')
    .toLowerCase();
  const found = watched.flatMap((kept) => {
    const places = [kept.service.name, ...kept.service.also].map((name) => placeOf(name, text)).filter((at) => at >= 0);
    return places.length === 0 ? [] : [{ kept, at: Math.min(...places) }];
  });
  return found.toSorted((a, b) => a.at - b.at).map(({ kept }) => kept);
}
