import assert from 'node:assert/strict';
import { describedSources } from '../../src/operations/hook/source-of.ts';
import { readWaiting } from '../../src/operations/delivery/read-waiting.ts';
import { repeatsCounted } from '../../src/store/deliveries/note-repeat.ts';
import type { Caller, TestServer } from './server.ts';

/** A hook as a test made it; `path` is what its address has behind the origin. */
export type TestHook = { id: string; path: string };

/** Makes a hook. */
export async function newHook(owner: Caller, source: string, more: object = {}): Promise<TestHook> {
  const { status, json, text } = await owner.call('POST', '/hooks', { name: `${source} here`, source, ...more });
  assert.equal(status, 201, text);
  const { id, address } = json as unknown as { id: string; address: string };
  return { id, path: new URL(address).pathname };
}

/** Reads all deliveries that wait, as the job does, and counts repeats; answers how many were read. */
export async function readAll({ around: { database, evidence, now, config } }: TestServer): Promise<number> {
  const client = await database.connect();
  const described = describedSources(config);
  try {
    let all = 0;
    for (let some = -1; some !== 0; all += some) some = await readWaiting({ client, evidence, now, described });
    await repeatsCounted(database);
    return all;
  } finally {
    await client.end();
  }
}

/** The body that Alertmanager sends about one alert. */
export function alertBody(
  over: { alert?: string; at?: string; ended?: string; service?: string; groupKey?: string; severity?: string } = {},
) {
  const {
    alert = 'HighErrorRate',
    at = '2026-03-04T14:23:10.512Z',
    ended,
    service = 'checkout',
    groupKey = '{}',
    severity = 'critical',
  } = over;
  const labels = { alertname: alert, severity, service };
  const status = ended === undefined ? 'firing' : 'resolved';
  return {
    version: '4',
    groupKey,
    status,
    receiver: 'hindcast',
    groupLabels: {},
    commonLabels: labels,
    commonAnnotations: {},
    externalURL: 'https://alertmanager.example.org',
    alerts: [
      {
        status,
        labels,
        annotations: { summary: `${alert} on ${service}` },
        startsAt: at,
        endsAt: ended ?? '0001-01-01T00:00:00Z',
        generatorURL: 'https://prometheus.example.org/graph',
        fingerprint: `${alert}-${service}`,
      },
    ],
  };
}
