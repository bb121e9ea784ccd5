import type { AuditEvent } from './schema.ts';

const reads = new Set(['get', 'list', 'watch', 'head', 'options']);
/** Subresources by which somebody acts inside a pod or through it. They are asked for with `get` or `create`. */
export const sessions: ReadonlySet<string> = new Set(['exec', 'attach', 'portforward', 'proxy']);

/** Resources that are written all the time by the cluster itself, or that only ask. */
const routine = new Set([
  'events',
  'leases',
  'endpoints',
  'endpointslices',
  'tokenreviews',
  'subjectaccessreviews',
  'selfsubjectaccessreviews',
  'selfsubjectrulesreviews',
  'selfsubjectreviews',
  'localsubjectaccessreviews',
  'controllerrevisions',
]);
const routineParts = new Set(['status', 'binding', 'token', 'approval']);
/** What follows from a change by the cluster's own controllers; cluster events tell it. */
const consequences = new Set([
  'pods',
  'replicasets',
  'jobs',
  'secrets',
  'configmaps',
  'persistentvolumes',
  'nodes',
  'csinodes',
  'volumeattachments',
  'cronjobs',
]);
const ownUser = /^system:(?:node:|kube-|apiserver$|serviceaccount:kube-system:)/;

/** Why an entry is no event of an incident; undefined when somebody changed something or tried to. */
export function noiseOf(event: AuditEvent): string | undefined {
  const { stage, verb, objectRef, requestURI } = event;
  const part = objectRef?.subresource ?? '';
  if (stage === 'RequestReceived') return 'the request had only come in';
  if (!sessions.has(part) && reads.has(verb)) return 'it only reads';
  if (stage === 'ResponseStarted' && !sessions.has(part)) return 'the answer had only begun';
  if (/[?&]dryRun=All(?:&|$)/.test(requestURI ?? '')) return 'it was a dry run';
  if (routine.has(objectRef?.resource ?? '') || routineParts.has(part)) return 'routine of the cluster';
  const isOwn = ownUser.test(event.user.username ?? '') && event.impersonatedUser?.username === undefined;
  if (isOwn && consequences.has(objectRef?.resource ?? ''))
    return 'what a controller of the cluster did in consequence';
  return undefined;
}
