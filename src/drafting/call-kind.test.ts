import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callKind } from './call-kind.ts';

const kinds = (names: string) => names.split(' ').map((name) => [name, callKind(`${name} (MCP, ops 1.2)`)]);
const all = (names: string, kind: string | undefined) => names.split(' ').map((name) => [name, kind]);

test('a tool that mends is known by its first or last word, however it is written', () => {
  const names =
    'rollback rollback_release roll_back fail-over failOver rollout_undo kubectl_rollout_restart scale_up scaleDeployment ' +
    'query-service__rollback logs-api__restart search_service_restart check_and_restart ECSRestart RESTARTPod disable_feature';
  assert.deepEqual(kinds(names), all(names, 'mends'));
});

test('a tool that only looks is known by how its name begins or ends', () => {
  const names =
    'get_pods listDeployments describe-node deploy_status rollback_preview failover_describe get_restart_count rollback_dry_run k8s.get_logs';
  assert.deepEqual(kinds(names), all(names, 'looks'));
});

test('of all others nothing is said', () => {
  const names =
    'deploy_release patch_annotation enable_toolset API-patch-block-children toggle_dark_mode fail_test rollOut ' +
    'status_page_update_incident read_only_mode_enable check_and_delete_pod x';
  assert.deepEqual(kinds(names), all(names, undefined));
});

test('a long hostile name takes no time', () => {
  const before = performance.now();
  assert.equal(callKind(`${' (MCP'.repeat(100_000)}\nx`), undefined);
  callKind('aB'.repeat(100_000));
  assert.ok(performance.now() - before < 200);
});
