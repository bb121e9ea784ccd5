import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readEvidence } from '../index.ts';
import { SourceError } from '../source-error.ts';
import { read } from './read.ts';

const sample = JSON.parse(readFileSync(new URL('sample.json', import.meta.url), 'utf8'));
const [patch, , exec] = sample.items;
const lines = (...values: object[]) =>
  read({
    name: 'audit.log',
    text: values.map((value) => JSON.stringify({ kind: 'Event', apiVersion: 'audit.k8s.io/v1', ...value })).join('\n'),
  });
const texts = (...values: object[]) => lines(...values).events.map(({ text }) => text);

test('reads the sample: who did what, what was refused, and no reads', () => {
  const { events, ignored, facts } = read({ name: 'a.json', text: JSON.stringify(sample) });
  assert.deepEqual(
    events.map(({ epochMs, actor, text, change, step }) => [
      new Date(epochMs).toISOString().slice(11, 23),
      actor,
      text,
      change,
      step,
    ]),
    [
      [
        '14:20:02.118',
        'deployer@shop.example',
        'patched deployments shop/checkout (image registry.shop.example/checkout:6.2.0)',
        true,
        {},
      ],
      [
        '14:34:40.020',
        'mara.lind@shop.example',
        "ran a command in pods shop/checkout-7d9c5b8f6d-x2x4q: sh -c 'ss -tn | wc -l'",
        undefined,
        { command: "sh -c 'ss -tn | wc -l'" },
      ],
      [
        '14:40:51.000',
        'mara.lind@shop.example',
        'tried to patch deployments shop/checkout: 403 Forbidden, deployments.apps "checkout" is forbidden: User cannot patch in the namespace shop',
        undefined,
        undefined,
      ],
      ['14:41:33.700', 'mara.lind@shop.example as break-glass', 'scaled deployments shop/checkout to 12', true, {}],
    ],
  );
  assert.deepEqual(
    ignored.map(({ what, why }) => [what, why]),
    [['list pods', 'it only reads']],
  );
  assert.deepEqual([...new Set(facts.systems.map(({ value }) => value))], ['Deployment shop/checkout']);
});

test('lines, a list and single entries say the same, with their places', () => {
  const inLines = lines(...sample.items);
  const keys = (events: { key: string }[]) => events.map(({ key }) => key);
  assert.deepEqual(keys(inLines.events), keys(read({ name: 'a', text: JSON.stringify(sample) }).events));
  assert.deepEqual(keys(inLines.events), keys(read({ name: 'a', text: JSON.stringify(sample.items) }).events));
  assert.equal(inLines.events[1]?.evidence, 'audit.log#3');
  assert.equal(readEvidence({ name: 'a', text: JSON.stringify(sample) }).source, 'kubernetes-audit');
});

test('reads what Azure and CloudWatch Logs export, which hold entries as texts', () => {
  const log = JSON.stringify({ kind: 'Event', apiVersion: 'audit.k8s.io/v1', ...patch });
  const azure = {
    records: [
      { category: 'kube-audit', properties: { log } },
      { category: 'kube-scheduler', properties: {} },
    ],
  };
  const eks = {
    messageType: 'DATA_MESSAGE',
    logEvents: [{ id: '1', timestamp: 1, message: log }, { message: 'I0304 klog' }],
  };
  for (const [value, place] of [
    [azure, 'a#/records/0/properties/log'],
    [eks, 'a#/logEvents/0/message'],
    [{ events: [{ message: log }] }, 'a#/events/0/message'],
  ] as const) {
    const { source, events } = readEvidence({ name: 'a', text: JSON.stringify(value) });
    assert.deepEqual([source, events.map(({ evidence }) => evidence)], ['kubernetes-audit', [place]]);
  }
});

test('a request is one event, whatever its stages; a session counts from when it began', () => {
  const received = { ...patch, stage: 'RequestReceived' };
  assert.deepEqual(texts(received, patch), texts(patch));
  const began = { ...exec, stage: 'ResponseStarted', stageTimestamp: '2026-03-04T14:34:40.100000Z' };
  for (const order of [
    [began, exec],
    [exec, began],
  ]) {
    const { events } = lines(...order);
    assert.deepEqual(
      events.map(({ lastMs }) => lastMs),
      [Date.parse('2026-03-04T14:34:41.502Z') + 0.73],
    );
  }
  assert.equal(lines(began).events.length, 1);
  assert.match(texts({ ...patch, stage: 'Panic' })[0] ?? '', /the API server failed/);
});

test('says restarts, scaling, sessions over GET, evictions and names that the server made up', () => {
  const restart = { spec: { template: { metadata: { annotations: { 'kubectl.kubernetes.io/restartedAt': 'x' } } } } };
  const pod = { resource: 'pods', namespace: 'shop', name: 'p' };
  assert.deepEqual(
    texts(
      { ...patch, auditID: '1', requestObject: restart },
      { ...patch, auditID: '2', requestObject: { spec: { replicas: 0 } } },
      { ...exec, auditID: '3', verb: 'get', objectRef: { ...pod, subresource: 'portforward' } },
      { ...exec, auditID: '4', objectRef: { ...pod, subresource: 'eviction' }, responseStatus: { code: 201 } },
      {
        ...patch,
        auditID: '5',
        verb: 'create',
        objectRef: { resource: 'jobs', namespace: 'shop' },
        requestObject: {},
        responseObject: { metadata: { name: 'repair-x7k2p' } },
      },
      {
        ...patch,
        auditID: '6',
        verb: 'deletecollection',
        objectRef: { resource: 'pods', namespace: 'shop' },
        requestObject: {},
      },
      { ...patch, auditID: '7', verb: 'post', objectRef: null, requestURI: '/drain?x=1', requestObject: {} },
    ),
    [
      'patched deployments shop/checkout (restart)',
      'patched deployments shop/checkout (0 replicas)',
      'opened portforward to pods shop/p',
      'evicted pods shop/p',
      'created jobs shop/repair-x7k2p',
      'deleted all pods in shop',
      'posted to /drain',
    ],
  );
});

test('what the cluster does by itself is noise; what it does to a workload is not', () => {
  const by = (username: string, resource: string, more: object = {}) => ({
    ...patch,
    auditID: `${username}${resource}${JSON.stringify(more)}`,
    user: { username },
    objectRef: { resource, namespace: 'shop', name: 'x', ...more },
    requestObject: {},
  });
  const { events, ignored } = lines(
    by('system:node:n1', 'leases'),
    by('system:node:n1', 'pods', { subresource: 'status' }),
    by('system:kube-scheduler', 'pods', { subresource: 'binding' }),
    by('system:serviceaccount:kube-system:replicaset-controller', 'pods'),
    by('system:serviceaccount:kube-system:horizontal-pod-autoscaler', 'deployments', { subresource: 'scale' }),
    by('system:serviceaccount:argocd:argocd-application-controller', 'deployments'),
    by('mara', 'pods'),
    { ...patch, auditID: 'dry', requestURI: '/apis/apps/v1/x?fieldManager=k&dryRun=All' },
  );
  assert.deepEqual(
    events.map(({ actor, text }) => `${actor} ${text}`),
    [
      'system:serviceaccount:kube-system:horizontal-pod-autoscaler scaled deployments shop/x',
      'system:serviceaccount:argocd:argocd-application-controller patched deployments shop/x',
      'mara patched pods shop/x',
    ],
  );
  assert.equal(
    ignored.reduce((sum, { count }) => sum + count, 0),
    5,
  );
});

test('a bad entry costs only itself; without one the file is refused', () => {
  const { events, ignored } = lines(
    { ...patch, verb: 7 },
    { ...patch, requestReceivedTimestamp: null, stageTimestamp: 'x' },
    patch,
  );
  assert.equal(events.length, 1);
  assert.deepEqual(
    ignored.map(({ what, where }) => [what, where]),
    [
      ['a value', 'audit.log#1'],
      ['an entry', 'audit.log#2'],
    ],
  );
  assert.throws(
    () => read({ name: 'a', text: '{"kind":"EventList","apiVersion":"v1","items":[]}' }),
    (error) => error instanceof SourceError && error.code === 'kubernetes-audit.no-entries',
  );
});
