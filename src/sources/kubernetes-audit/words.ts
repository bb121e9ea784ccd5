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
  // Without a name it is about all that the namespace has, or about what had none yet.
  const inside = objectRef.namespace === undefined ? '' : `in ${objectRef.namespace}`;
  const path = name === undefined ? inside : [objectRef.namespace, name].filter(Boolean).join('/');
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
  const request = Array.isArray(requestObject) ? patched(requestObject) : requestObject;
  const replicas = textOf(memberOf(request, 'spec'), 'replicas');
  if (part === 'scale') return `scaled ${plain}${replicas === undefined ? '' : ` to ${replicas}`}`;
  const how = [
    ...changesOf(requestObject),
    ...(replicas === undefined || verb === 'create' ? [] : [`${replicas} replicas`]),
  ];
  return `${past[verb] ?? verb} ${thing}${how.length === 0 ? '' : ` (${how.join(', ')})`}`;
}

/** What a patch of a workload changes that people look for: its images, and a restart by kubectl. */
function changesOf(request: unknown): string[] {
  const object = Array.isArray(request) ? patched(request) : request;
  const unschedulable = memberOf(memberOf(object, 'spec'), 'unschedulable');
  const cordon = unschedulable === true ? ['cordoned'] : unschedulable === false ? ['uncordoned'] : [];
  const template = memberOf(memberOf(object, 'spec'), 'template');
  const pod = memberOf(template, 'spec');
  const containers = memberOf(pod, 'containers');
  const images = (Array.isArray(containers) ? containers : []).flatMap((container: unknown) => {
    const image = textOf(container, 'image');
    return image === undefined ? [] : [`image ${image}`];
  });
  const annotations = memberOf(memberOf(template, 'metadata'), 'annotations');
  const isRestart = textOf(annotations, 'kubectl.kubernetes.io/restartedAt') !== undefined;
  return [...cordon, ...(isRestart ? ['restart'] : []), ...images];
}

/** What a JSON patch (RFC 6902) puts under `/spec` or a path in it, as an object: a rollback replaces the whole template. */
function patched(operations: unknown[]): unknown {
  const spec: Record<string, unknown> = {};
  for (const operation of operations) {
    const path = textOf(operation, 'path') ?? '';
    const value = memberOf(operation, 'value');
    const name = /^\/spec\/(replicas|template|unschedulable)$/.exec(path)?.[1];
    if (name !== undefined) spec[name] = value;
    if (/^\/spec\/template\/spec\/containers\/\d+\/image$/.test(path))
      spec['template'] = { spec: { containers: [{ image: value }] } };
  }
  return { spec };
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
