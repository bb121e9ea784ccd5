import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A program that runs beside the test. */
export type Program = { origin: string; stop: () => Promise<void> };

const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** Why the laboratory cannot be run here; undefined where it can. */
export function missingPrograms(): string | undefined {
  const missing = ['prometheus', 'prometheus-alertmanager'].filter((program) => !has(program));
  if (missing.length === 0) return undefined;
  return `${missing.join(' and ')} not installed: apt-get install ${missing.join(' ')}, or npm test as root on Debian`;
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const waitMs = 20_000;

/** Waits until a program says that it is ready, or ends. */
async function ready(child: ChildProcess, origin: string, said: () => string): Promise<void> {
  const until = Date.now() + waitMs;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended by itself:\n${said()}`);
    const answer = await fetch(`${origin}/-/ready`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok === true) return;
    if (Date.now() > until) throw new Error(`${child.spawnfile} is not ready after ${waitMs / 1000} s:\n${said()}`);
    await sleep(50);
  }
}

async function start(program: string, args: string[], port: number): Promise<Program> {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said = (said + chunk).slice(-5000)));
  const ended = once(child, 'exit');
  const origin = `http://127.0.0.1:${port}`;
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  try {
    await ready(child, origin, () => said);
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin, stop };
}

/** Starts a Prometheus that scrapes a target each second and fires when too many of its requests fail for two seconds. */
export async function startPrometheus(
  folder: string,
  targets: { shop: string; alertmanager: string },
): Promise<Program> {
  const port = await freePort();
  await mkdir(folder, { recursive: true });
  const rules = path.join(folder, 'rules.yml');
  const host = (origin: string) => new URL(origin).host;
  await writeFile(
    rules,
    `groups:
  - name: shop
    rules:
      - alert: ShopErrors
        expr: (sum(rate(http_requests_total{code=~"5.."}[5s])) or vector(0)) / sum(rate(http_requests_total[5s])) > 0.05
        for: 2s
        labels: {severity: critical, service: shop}
        annotations: {summary: 'Too many requests to shop fail'}
`,
  );
  const config = path.join(folder, 'prometheus.yml');
  await writeFile(
    config,
    `global: {scrape_interval: 1s, scrape_timeout: 900ms, evaluation_interval: 1s}
rule_files: [${rules}]
alerting: {alertmanagers: [{static_configs: [{targets: ['${host(targets.alertmanager)}']}]}]}
scrape_configs: [{job_name: shop, static_configs: [{targets: ['${host(targets.shop)}']}]}]
`,
  );
  const args = [
    `--config.file=${config}`,
    `--storage.tsdb.path=${path.join(folder, 'data')}`,
    `--web.listen-address=127.0.0.1:${port}`,
    '--rules.alert.resend-delay=1s',
    '--rules.alert.for-outage-tolerance=0s',
    '--log.level=warn',
  ];
  return start('prometheus', args, port);
}

/** Starts an Alertmanager that sends each group at once to a webhook. */
export async function startAlertmanager(folder: string, webhook: string): Promise<Program> {
  const port = await freePort();
  await mkdir(folder, { recursive: true });
  const config = path.join(folder, 'alertmanager.yml');
  await writeFile(
    config,
    `route: {receiver: hindcast, group_by: [alertname], group_wait: 0s, group_interval: 1s, repeat_interval: 1h}
receivers: [{name: hindcast, webhook_configs: [{url: '${webhook}', send_resolved: true}]}]
`,
  );
  const args = [
    `--config.file=${config}`,
    `--storage.path=${path.join(folder, 'data')}`,
    `--web.listen-address=127.0.0.1:${port}`,
    '--cluster.listen-address=',
    '--log.level=warn',
  ];
  return start('prometheus-alertmanager', args, port);
}
