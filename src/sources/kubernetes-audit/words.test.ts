import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AuditEvent } from './schema.ts';
import { wordsOf } from './words.ts';

const entry = (verb: string, objectRef: object, requestObject: unknown, code = 200) =>
  wordsOf(AuditEvent.parse({ auditID: 'a', verb, user: {}, objectRef, requestObject, responseStatus: { code } }));
const deployment = { resource: 'deployments', namespace: 'shop', name: 'checkout' };

test('a JSON patch says what it changes, as a rollback is one', () => {
  const template = { spec: { containers: [{ name: 'c', image: 'checkout:v41' }] } };
  const rollback = [{ op: 'replace', path: '/spec/template', value: template }];
  assert.equal(entry('patch', deployment, rollback), 'patched deployments shop/checkout (image checkout:v41)');
  const both = [
    { op: 'replace', path: '/spec/replicas', value: 4 },
    { op: 'replace', path: '/spec/template/spec/containers/0/image', value: 'a:1' },
    'broken',
  ];
  assert.equal(entry('patch', deployment, both), 'patched deployments shop/checkout (image a:1, 4 replicas)');
});

test('a node that takes no more pods is cordoned; a namespace is no name', () => {
  const node = { resource: 'nodes', name: 'n1' };
  assert.equal(entry('patch', node, { spec: { unschedulable: true } }), 'patched nodes n1 (cordoned)');
  assert.equal(entry('patch', node, { spec: { unschedulable: false } }), 'patched nodes n1 (uncordoned)');
  assert.equal(
    entry('create', { resource: 'secrets', namespace: 'shop' }, undefined, 409),
    'tried to create secrets in shop: 409',
  );
});
