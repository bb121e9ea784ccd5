import { bearerWebhook } from '../bearer.ts';
import type { EvidenceFile, Source } from '../source.ts';
import { read } from './read.ts';
import { isLogs, isOtherSignal, values } from './records.ts';

function detect(input: EvidenceFile): number {
  if (input.entries) return 0;
  const all = values(input);
  if (all.some(({ value }) => isLogs(value))) return 1;
  // Claimed too, so that read() can say that only logs are read.
  return all.some(({ value }) => isOtherSignal(value)) ? 0.7 : 0;
}

/** Logs of OpenTelemetry. */
export const opentelemetry: Source = {
  name: 'opentelemetry',
  title: 'OpenTelemetry logs',
  sentence: 'Logs in OTLP/JSON: requests of an exporter, or the lines of the file exporter.',
  detect,
  read,
  webhook: bearerWebhook,
};
