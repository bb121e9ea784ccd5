import { z } from 'zod';
import { Anything, Members, Text } from '../lenient.ts';

const User = z.object({ username: Text }).catch({ username: undefined });

/**
 * One entry of the API server's audit log. `responseStatus` has a code also when the answer is no Status; the objects are there
 * from level Request on. Format: kubernetes.io/docs/reference/config-api/apiserver-audit.v1.
 */
export const AuditEvent = z.object({
  auditID: z.string().min(1),
  stage: Text,
  requestURI: Text,
  verb: z.string().min(1),
  user: User,
  impersonatedUser: User.nullish(),
  userAgent: Text,
  objectRef: z
    .object({ resource: Text, subresource: Text, namespace: Text, name: Text, apiGroup: Text })
    .nullish()
    .catch(undefined),
  responseStatus: z.object({ code: z.number(), reason: Text, message: Text }).partial().nullish().catch(undefined),
  /** A list for a JSON patch. */
  requestObject: Anything,
  responseObject: Members,
  requestReceivedTimestamp: Text,
  stageTimestamp: Text,
  /** The only time until v1beta1. */
  timestamp: Text,
});
export type AuditEvent = z.infer<typeof AuditEvent>;
