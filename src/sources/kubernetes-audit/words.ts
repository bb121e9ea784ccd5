import { memberOf, textOf } from '../lenient.ts';
import { sessions } from './noise.ts';
import type { AuditEvent } from './schema.ts';

const past: Record<string, string> = {
  create: 'created',
  update: 'updated',
  patch: 'patched',
  delete: 'deleted',
  deletecollection: 'deleted all',
  post: 'posted to',
  put: 'put to',
};

/** `deployments shop/checkout`, with its part: `deployments/scale shop/checkout`. Else the path that was asked for. */
export function thingOf({ objectRef, requestURI, responseObject }: AuditEvent): string {
  if (!objectRef?.resource) return requestURI?.split('?')[0] ?? 'something';
  const part = objectRef.subresource === undefined ? '' : `/${objectRef.subresource}`;
  // A name that the server makes up stands in its answer only.
  const name = objectRef.name ?? textOf(memberOf(responseObject, 'metadata'), 'name');
  const path = [objectRef.namespace, name].filter(Boolean).join('/');
  return [`${objectRef.resource}${part}`, path].filter(Boolean).join(' ');
}

/** What was done, in the past tense, or tried: `scaled deployments shop/checkout to 0`. */
export function wordsOf(event: AuditEvent): string {
  const { verb, objectRef, responseStatus, requestObject } = event;
  const thing = thingOf(event);
  const code = responseStatus?.code ?? 0;
  if (code >= 400) {
    const why = [String(code), responseStatus?.reason].filter(Boolean).join(' ');
    return `tried to ${verb} ${thing}: ${why}${responseStatus?.message === undefined ? '' : `, ${responseStatus.message}`}`;
  }
  const part = objectRef?.subresource ?? '';
  const plain = thing.replace(`/${part}`, '');
  if (part === 'exec') return `ran a command in ${plain}`;
  if (part === 'eviction') return `evicted ${plain}`;
  if (sessions.has(part)) return `opened ${part} to ${plain}`;
  const replicas = textOf(memberOf(requestObject, 'spec'), 'replicas');
  if (part === 'scale') return `scaled ${plain}${replicas === undefined ? '' : ` to ${replicas}`}`;
  const how = [
    ...changesOf(requestObject),
    ...(replicas === undefined || verb === 'create' ? [] : [`${replicas} replicas`]),
  ];
  return `${past[verb] ?? verb} ${thing}${how.length === 0 ? '' : ` (${how.join(', ')})`}`;
}

/** What a patch of a workload changes that people look for: its images, and a restart by kubectl. */
function changesOf(object: unknown): string[] {
  const template = memberOf(memberOf(object, 'spec'), 'template');
  const pod = memberOf(template, 'spec');
  const containers = memberOf(pod, 'containers');
  const images = (Array.isArray(containers) ? containers : []).flatMap((container: unknown) => {
    const image = textOf(container, 'image');
    return image === undefined ? [] : [`image ${image}`];
  });
  const annotations = memberOf(memberOf(template, 'metadata'), 'annotations');
  const isRestart = textOf(annotations, 'kubectl.kubernetes.io/restartedAt') !== undefined;
  return [...(isRestart ? ['restart'] : []), ...images];
}

/** The command of `kubectl exec`: each word of it is one parameter of the address. */
export function commandOf({ objectRef, requestURI }: AuditEvent): string | undefined {
  if (objectRef?.subresource !== 'exec') return undefined;
  const query = new URLSearchParams(requestURI?.split('?').slice(1).join('?') ?? '');
  const words = query
    .getAll('command')
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`));
  return words.length === 0 ? undefined : words.join(' ');
}
