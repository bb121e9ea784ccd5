import type { ObjectReference } from './schema.ts';

/** Letters of generated names (k8s.io/apimachinery, SafeEncodeString): no vowels, and no 0, 1 and 3. */
const podName = /^(.{1,240}?)-[bcdfghjklmnpqrstvwxz2456789]{6,10}-[bcdfghjklmnpqrstvwxz2456789]{5}$/;

/** `Pod shop/checkout-7d9c5b8f6d-x2x4q`, or without a namespace for a node. */
export function objectName(object: ObjectReference): string {
  const name = object.name || 'without a name';
  const path = object.namespace && object.kind !== 'Node' ? `${object.namespace}/${name}` : name;
  return `${object.kind || 'Object'} ${path}`;
}

/** The workload of a pod made by a Deployment (its name before the generated parts), else the object itself. */
export function workloadName(object: ObjectReference): string {
  const workload = object.kind === 'Pod' ? podName.exec(object.name ?? '')?.[1] : undefined;
  return workload === undefined ? objectName(object) : objectName({ ...object, kind: 'Deployment', name: workload });
}
