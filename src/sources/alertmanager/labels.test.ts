import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serviceOf, targetOf } from './labels.ts';

const both = (labels: Record<string, unknown>) => [serviceOf(labels), targetOf(labels)];

test('what measures is not the service that was hit', () => {
  const pod = { alertname: 'KubePodCrashLooping', namespace: 'shop', pod: 'checkout-1', instance: '10.0.0.7:8080' };
  assert.deepEqual(both({ ...pod, job: 'kube-state-metrics' }), [undefined, 'checkout-1']);
  assert.deepEqual(both({ ...pod, job: 'integrations/kubernetes/cadvisor' }), [undefined, 'checkout-1']);
  assert.deepEqual(both({ ...pod, service: 'stack-kube-state-metrics', app: 'checkout' }), ['checkout', 'checkout']);
  const disk = {
    alertname: 'NodeFilesystemFull',
    instance: '10.0.0.5:9100',
    job: 'node-exporter',
    pod: 'node-exporter-x',
  };
  assert.deepEqual(both({ ...disk, service: 'stack-prometheus-node-exporter' }), [undefined, '10.0.0.5:9100']);
  for (const job of ['node_exporter', 'mysqld-exporter', 'blackbox', 'kubernetes-pods', 'prometheus-pushgateway'])
    assert.deepEqual(both({ alertname: 'Slow', job }), [undefined, job]);
});

test('an alert about what measures names it', () => {
  for (const [alertname, job] of [
    ['TargetDown', 'node-exporter'],
    ['KubeletDown', 'kubelet'],
    ['KubeStateMetricsListErrors', 'kube-state-metrics'],
    ['HighErrorRate', 'invoice-exporter'],
  ])
    assert.deepEqual(both({ alertname, service: job, namespace: 'monitoring' }), [job, job]);
  assert.deepEqual(both({ alertname: 'Slow', service: 'exporter-api' }), ['exporter-api', 'exporter-api']);
});
