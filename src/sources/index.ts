import { alertmanager } from './alertmanager/index.ts';
import { cloudevents } from './cloudevents/index.ts';
import { cloudwatch } from './cloudwatch/index.ts';
import { datadog } from './datadog/index.ts';
import { csv } from './csv/index.ts';
import { git } from './git/index.ts';
import { readDocuments } from './documents.ts';
import { github } from './github/index.ts';
import { gitlab } from './gitlab/index.ts';
import { grafana } from './grafana/index.ts';
import { jira } from './jira/index.ts';
import { kubernetes } from './kubernetes/index.ts';
import { kubernetesAudit } from './kubernetes-audit/index.ts';
import { linear } from './linear/index.ts';
import { maskAll } from './mask.ts';
import { opsgenie } from './opsgenie/index.ts';
import { pagerduty } from './pagerduty/index.ts';
import { opentelemetry } from './opentelemetry/index.ts';
import { sentry } from './sentry/index.ts';
import { slack } from './slack/index.ts';
import { statuspage } from './statuspage/index.ts';
import type { EvidenceFile, Source, SourceReading } from './source.ts';
import { SourceError } from './source-error.ts';
import { text } from './text/index.ts';

export type { Answer, CheckMeans, Delivery, Webhook } from './delivery.ts';
export type { SourceFacts } from './facts.ts';
export type { Ignored } from './ignored.ts';
export type { EvidenceEntry, EvidenceFile, Source, SourceEvent, SourceReading } from './source.ts';
export { mappedSource, Mapping } from './mapping/index.ts';
export { SourceError } from './source-error.ts';

/** Every source there is. */
export const sources: Source[] = [
  alertmanager,
  slack,
  kubernetes,
  github,
  gitlab,
  jira,
  linear,
  cloudwatch,
  sentry,
  statuspage,
  grafana,
  pagerduty,
  opsgenie,
  datadog,
  text,
  cloudevents,
  opentelemetry,
  kubernetesAudit,
  csv,
  git,
];

/** Below this, a file is not taken for a source's. */
const threshold = 0.5;

/** Why a file is no JSON; undefined when it is, or is an archive. */
function faultOf(file: EvidenceFile): SourceError | undefined {
  if (file.entries) return undefined;
  try {
    readDocuments(file);
    return undefined;
  } catch (error) {
    if (!(error instanceof SourceError) || error.code !== 'source.not-json') throw error;
    return error;
  }
}

/**
 * The source that a file most likely comes from, of those a team described and ours; undefined when none knows it.
 * Throws SourceError when it is broken JSON.
 */
export function detectSource(file: EvidenceFile, described: readonly Source[] = []): Source | undefined {
  const fault = faultOf(file);
  let best: { source: Source; score: number } | undefined;
  for (const source of [...described, ...sources]) {
    if ((source.plain === true) !== (fault !== undefined)) continue;
    const score = source.detect(file);
    if (score >= threshold && (!best || score > best.score)) best = { source, score };
  }
  if (!best && fault && /^[\s\uFEFF]*[{["]/.test(file.text)) throw fault;
  return best?.source;
}

/** Reads an evidence file with the source that knows it. Throws SourceError, `source.unknown` when none does. */
export function readEvidence(file: EvidenceFile, described: readonly Source[] = []): SourceReading {
  const source = detectSource(file, described);
  if (!source) {
    throw new SourceError(
      'source.unknown',
      'No source knows this file.',
      file.name,
      `These can be read: ${sources.map(({ title, sentence }) => `${title} (${sentence})`).join(' ')}`,
    );
  }
  return readWith(source, file);
}

/** JSON that is nested so deep that the stack ends is a fault of the file, not of its source. */
function unlessTooDeep<T>(file: EvidenceFile, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const remedy = 'Give the payload as its system sent it.';
    throw new SourceError('source.too-deep', 'The file is nested too deep to be read.', file.name, remedy);
  }
}

/** Reads an evidence file with one source, whatever it looks like. Throws SourceError when it cannot be read. */
export function readWith(source: Source, file: EvidenceFile): SourceReading {
  const reading = unlessTooDeep(file, () => source.read(file));
  // Each source cleans and masks what it takes over; this is the net below it, for keys and places too.
  const { value, masked } = maskAll(reading);
  return { ...value, masked: reading.masked + masked };
}
