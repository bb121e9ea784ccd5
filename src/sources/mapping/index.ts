import { bodies } from '../bodies.ts';
import type { EvidenceFile, Source } from '../source.ts';
import { holds, itemsOf, readMapping, timeOf } from './read.ts';
import type { Mapping } from './schema.ts';
import { webhookOf } from './webhook.ts';

export { Mapping } from './schema.ts';

/** Payloads of a file that are looked at to tell whether it is the mapping's. */
const looked = 20;

function certainty(mapping: Mapping, file: EvidenceFile): number {
  if (file.entries) return 0;
  for (const { value, at } of bodies(file).bodies.slice(0, looked)) {
    const { knows } = mapping;
    if (knows) {
      if (holds(knows, { item: value, document: value })) return 1;
      continue;
    }
    const fits = mapping.events.some((rule) =>
      itemsOf(rule, value, at)
        .slice(0, looked)
        .some((item) => (!rule.when || holds(rule.when, item)) && 'epochMs' in timeOf(rule, item, file)),
    );
    // More than a shape that only looks like another system, less than the marks of one.
    if (fits) return 0.75;
  }
  return 0;
}

/** The source that a person described. */
export function mappedSource(mapping: Mapping): Source {
  const { name, title = name } = mapping;
  return {
    name,
    title,
    sentence: 'A mapping of hindcast.yaml.',
    detect: (file) => certainty(mapping, file),
    read: (file) => readMapping(mapping, file),
    webhook: webhookOf(mapping),
  };
}
