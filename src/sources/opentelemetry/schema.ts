import { z } from 'zod';
import { Anything, List, Text } from '../lenient.ts';

/**
 * One log record in OTLP/JSON: names in lowerCamelCase, 64-bit numbers as texts (a number is taken too), ids in hexadecimal.
 * Format: open-telemetry/opentelemetry-proto, logs.proto and docs/specification.md, "JSON Protobuf Encoding".
 */
export const LogRecord = z.object({
  timeUnixNano: Text,
  observedTimeUnixNano: Text,
  severityNumber: Text,
  severityText: Text,
  eventName: Text,
  body: Anything,
  attributes: List,
  traceId: Text,
  spanId: Text,
});
export type LogRecord = z.infer<typeof LogRecord>;
