import { z } from 'zod';
import { Text } from '../lenient.ts';

/** A CloudEvent by its attributes, in any content mode. Format: cloudevents/spec, spec.md and formats/json-format.md. */
export const CloudEvent = z.object({
  specversion: z.string(),
  id: z.string().min(1),
  source: z.string().min(1),
  type: z.string().min(1),
  time: Text,
  subject: Text,
  datacontenttype: Text,
});
export type CloudEvent = z.infer<typeof CloudEvent>;

/** Attributes of the specification and of the JSON format; all other members are extensions. */
export const ownMembers: ReadonlySet<string> = new Set([
  'specversion',
  'id',
  'source',
  'type',
  'time',
  'subject',
  'datacontenttype',
  'dataschema',
  'data',
  'data_base64',
  'datacontentencoding',
]);
