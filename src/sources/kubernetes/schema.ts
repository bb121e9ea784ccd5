import { z } from 'zod';

const Time = z.string().nullish();
const Count = z.number().int().nonnegative().nullish();

/** What an event speaks of. */
export const ObjectReference = z.object({
  kind: z.string().nullish(),
  namespace: z.string().nullish(),
  name: z.string().nullish(),
});
export type ObjectReference = z.infer<typeof ObjectReference>;

/**
 * An event of API `v1` (involvedObject, message, first and last timestamp) or `events.k8s.io/v1` (regarding, note,
 * eventTime, series). Any time may be null. Format: kubernetes.io/docs/reference/kubernetes-api, "Event v1".
 */
export const Event = z.object({
  apiVersion: z.string().nullish(),
  kind: z.string().nullish(),
  metadata: z
    .object({
      uid: z.string().nullish(),
      name: z.string().nullish(),
      namespace: z.string().nullish(),
      creationTimestamp: Time,
    })
    .nullish(),
  involvedObject: ObjectReference.nullish(),
  regarding: ObjectReference.nullish(),
  reason: z.string().nullish(),
  message: z.string().nullish(),
  note: z.string().nullish(),
  type: z.string().nullish(),
  eventTime: Time,
  firstTimestamp: Time,
  lastTimestamp: Time,
  deprecatedFirstTimestamp: Time,
  deprecatedLastTimestamp: Time,
  count: Count,
  deprecatedCount: Count,
  series: z.object({ count: Count, lastObservedTime: Time }).nullish(),
  source: z.object({ component: z.string().nullish() }).nullish(),
  deprecatedSource: z.object({ component: z.string().nullish() }).nullish(),
  reportingComponent: z.string().nullish(),
  reportingController: z.string().nullish(),
});
export type Event = z.infer<typeof Event>;
