import { alertmanager } from './alertmanager/index.ts';
import { readDocuments } from './documents.ts';
import { kubernetes } from './kubernetes/index.ts';
import { maskAll } from './mask.ts';
import { slack } from './slack/index.ts';
import type { EvidenceFile, Source, SourceReading } from './source.ts';
import { SourceError } from './source-error.ts';

export type { SourceFacts } from './facts.ts';
export type { Ignored } from './ignored.ts';
export type { EvidenceEntry, EvidenceFile, Source, SourceEvent, SourceReading } from './source.ts';
export { SourceError } from './source-error.ts';

/** Every source there is. */
export const sources: Source[] = [alertmanager, slack, kubernetes];

/** Below this, a file is not taken for a source's. */
const threshold = 0.5;

/** The source that a file most likely comes from; undefined when none knows it. Throws SourceError when it is no JSON. */
export function detectSource(file: EvidenceFile): Source | undefined {
  if (!file.entries) readDocuments(file);
  let best: { source: Source; score: number } | undefined;
  for (const source of sources) {
    const score = source.detect(file);
    if (score >= threshold && (!best || score > best.score)) best = { source, score };
  }
  return best?.source;
}

/** Reads an evidence file with the source that knows it. Throws SourceError, `source.unknown` when none does. */
export function readEvidence(file: EvidenceFile): SourceReading {
  const source = detectSource(file);
  if (!source) {
    throw new SourceError(
      'source.unknown',
      'No source knows this file.',
      file.name,
      `These can be read: ${sources.map(({ title, sentence }) => `${title} (${sentence})`).join(' ')}`,
    );
  }
  const reading = source.read(file);
  // Each source masks what it takes over; this is the net below it.
  const { value, masked } = maskAll(reading);
  return { ...value, masked: reading.masked + masked };
}
