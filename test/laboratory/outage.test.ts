import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { after, test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Shown } from '../../src/operations/incident/show.ts';
import type { Measured } from '../../src/operations/measure/measure.ts';
import type { Tested } from '../../src/operations/service/try-queries.ts';
import { builtinTemplates } from '../../src/templates/index.ts';
import { recorded, startSession } from '../recorder/session.ts';
import { hindcast, ownFolder } from '../run-cli.ts';
import { type Hindcast, startHindcast } from './hindcast.ts';
import { missingPrograms, startAlertmanager, startPrometheus } from './programs.ts';
import { shopService } from './shop-service.ts';
import { type Shop, startLoad, startShop } from './shop.ts';

const missing = missingPrograms();
const scrapeMs = 1000;
/** Waits until something is so, and says what it waited for when it never is. */
async function until<Value>(what: string, look: () => Value | undefined | Promise<Value | undefined>): Promise<Value> {
  const end = Date.now() + 40_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await sleep(100);
  }
}

/** Compares with the truth: a moment is known to the scrape that saw it first, and a machine that is busy misses some. */
function comparing({ truth: { scrapes } }: Shop) {
  const gaps = scrapes.slice(1).map((ms, index) => ms - (scrapes[index] ?? ms));
  const exactMs = 2 * Math.max(scrapeMs, ...gaps) + 500;
  return (ms: number | undefined | null, truthMs: number | undefined, what: string): void => {
    const apartMs = (ms ?? Number.NaN) - (truthMs ?? Number.NaN);
    assert.ok(Math.abs(apartMs) <= exactMs, `${what}: ${apartMs} ms from the truth, and ${exactMs} may be`);
  };
}
const percent = (text: string | undefined): number => Number(/^([\d.]+) %$/.exec(text ?? '')?.[1]);

/** Hindcast, the shop under load, Prometheus that scrapes it, and Alertmanager that tells Hindcast; until the test ends. */
async function laboratory(context: TestContext) {
  const folder = await mkdtemp('/tmp/hindcast-laboratory-');
  after(() => rm(folder, { recursive: true, force: true }));
  const server = await startHindcast(context);
  const shop = await startShop();
  after(() => shop.stop());
  const hook = await server.call('POST', '/hooks', { name: 'Alerts of the shop', source: 'alertmanager' });
  const address = String(hook.json['address']);
  const alertmanager = await startAlertmanager(`${folder}/alertmanager`, address);
  after(() => alertmanager.stop());
  const targets = { shop: shop.origin, alertmanager: alertmanager.origin };
  const prometheus = await startPrometheus(`${folder}/prometheus`, targets);
  after(() => prometheus.stop());
  after(startLoad(shop.origin, 60));
  const added = await server.call('POST', '/services', { source: shopService(prometheus.origin) });
  assert.equal(added.status, 200, added.text);
  return { server, shop };
}

/** An agent that has the shop's release tool, under the recorder. */
async function agentOf(context: TestContext, { url, call }: Hindcast, shop: Shop, incident: string) {
  const scopes = ['incident.see', 'incident.edit', 'evidence.add'];
  const token = await call('POST', '/tokens', { name: 'release agent', role: 'editor', scopes });
  const env = {
    HINDCAST_URL: url,
    HINDCAST_TOKEN: String(token.json['secret']),
    HINDCAST_SPOOL: ownFolder(context),
    SHOP_URL: shop.origin,
  };
  const tool = [
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    path.join(import.meta.dirname, 'release-tool.ts'),
  ];
  const { client } = await startSession(recorded(incident, tool), { era: '2026', env });
  return {
    rollBack: () => client.callTool({ name: 'rollback', arguments: { release: 'shop 41' } }),
    leave: async () => {
      await client.close();
      const flushed = await hindcast(['record', '--flush'], { env });
      assert.equal(flushed.code, 0, flushed.out + flushed.err);
    },
  };
}

type Told = { id: string; failedMs: number; goodMs: number };

/** The outage: it fails, Alertmanager tells, a person opens an incident, an agent rolls back, it recovers. */
async function outage(context: TestContext, server: Hindcast, shop: Shop): Promise<Told> {
  await until('the first rates', async () => {
    const { answers } = (await server.call('POST', '/services/test', { service: 'shop' })).json as unknown as Tested;
    return answers.find(({ query }) => query === 'requestRate')?.value ?? undefined;
  });
  await sleep(8 * scrapeMs);
  const failedMs = Date.now();
  shop.fail();
  const signal = await until('the alert', async () => {
    const { items } = (await server.call('GET', '/signals')).json as unknown as { items: { id: string }[] };
    return items[0];
  });
  const opened = await server.call('POST', '/signals/open', { signals: [signal.id], title: 'The shop fails' });
  const id = String(opened.json['id']);
  const named = { set: { services: 'shop' }, seen: 1 };
  const changed = await server.call('PATCH', `/incidents/${id}/record/incident`, named);
  assert.equal(changed.status, 200, changed.text);
  const agent = await agentOf(context, server, shop, String(opened.json['key']));
  await until('the circuit breaker to open', () => shop.truth.breaker.find(({ to }) => to === 'open'));
  await agent.rollBack();
  await agent.leave();
  const goodMs = await until('the circuit breaker to close', () => {
    const last = shop.truth.breaker.at(-1);
    return last?.to === 'closed' ? last.ms : undefined;
  });
  await until('the end of the alert in the timeline', async () => {
    const { text } = await server.call('GET', `/incidents/${id}`);
    return text.includes('Alert ShopErrors (shop) resolved') ? true : undefined;
  });
  const afterMs = goodMs + (goodMs - failedMs) + 5 * scrapeMs;
  await sleep(Math.max(0, afterMs - Date.now()));
  return { id, failedMs, goodMs };
}

test(
  'a real outage, from its first failing request to the document in five templates',
  { skip: missing },
  async (context) => {
    const { server, shop } = await laboratory(context);
    const { id, failedMs, goodMs } = await outage(context, server, shop);

    const near = comparing(shop);

    const answer = await server.call('POST', `/incidents/${id}/measure`, {});
    assert.equal(answer.status, 200, answer.text);
    const [measured] = (answer.json as unknown as Measured).services;
    assert.deepEqual(measured?.problems, []);
    near(measured?.outage?.fromMs, failedMs, 'start of the outage');
    near(measured?.outage?.recoveredMs, goodMs, 'end of the outage');

    const drafted = await server.call('POST', `/incidents/${id}/draft`, {});
    assert.equal(drafted.status, 200, drafted.text);
    const { unread } = drafted.json as unknown as { unread: unknown[] };
    assert.deepEqual(unread, []);
    const { record, figures } = (await server.call('GET', `/incidents/${id}`)).json as unknown as Shown;

    const errors = record.metrics?.find(({ name }) => name === 'Error Rate');
    assert.equal(errors?.before, '0 %');
    assert.ok(percent(errors?.during) > 30, errors?.during);
    assert.equal(errors?.after, '0 %');

    const [broken, held] = record.invariants ?? [];
    assert.deepEqual([broken?.status, held?.status], ['FAIL', 'PASS']);
    near(Date.parse(broken?.violatedAt?.at ?? ''), failedMs, 'first violation');
    assert.match(record.invariantGaps?.[0]?.gap ?? '', /^Broken \d+s before the incident was detected at /);

    const opened = record.transitions?.find(({ to }) => to === 'open');
    near(Date.parse(opened?.at?.at ?? ''), shop.truth.breaker[0]?.ms, 'the circuit breaker opens');
    const closed = record.transitions?.findLast(({ to }) => to === 'closed');
    near(Date.parse(closed?.at?.at ?? ''), goodMs, 'the circuit breaker closes');
    assert.match(
      record.circuitBreaker?.earlier ?? '',
      /^Circuit breaker payments opened at \S+ \S+ UTC, \d+s after I-01 was first/,
    );

    const downSeconds = figures['downtime']?.seconds ?? Number.NaN;
    near(downSeconds * 1000, goodMs - failedMs, 'downtime');
    const detectSeconds = figures['timeToDetect']?.seconds ?? Number.NaN;
    assert.ok(detectSeconds >= 0 && detectSeconds <= 15, `time to detect ${detectSeconds}`);
    const spent = (downSeconds * percent(errors?.during)) / 2592;
    assert.ok(Math.abs((figures['errorBudgetConsumed']?.value ?? 0) - spent) < 0.001, `budget ${spent}`);

    const [step, ...others] = record.steps ?? [];
    assert.deepEqual([step?.tool, others.length], ['rollback (MCP, shop-release 2.0.0)', 0]);
    near(Date.parse(step?.at?.at ?? ''), shop.truth.mendedMs, 'the resolution step');
    assert.deepEqual([figures['automatedSteps']?.value, figures['manualSteps']?.value], [1, 0]);
    assert.equal(figures['automationShare']?.value, 100);

    const told = record.timeline?.find(({ source }) => source === 'steps');
    assert.equal(told?.milestone, 'mitigationStarted');
    assert.match(
      record.summary?.text ?? '',
      / misses its objective .* called rollback: release=shop 41, ok after .* again \(/,
    );
    near(Date.parse(record.incident?.start?.at ?? ''), failedMs, 'the stated start');
    near(Date.parse(record.incident?.end?.at ?? ''), goodMs, 'the stated end');
    const questions = record.custom?.find(({ heading }) => heading === 'Open questions')?.text ?? '';
    assert.match(questions, /When was service restored for users\? shop meets its objective of 99\.9 % again/);
    assert.doesNotMatch(questions, /impact begin|Is mitigated right|noticed/);

    const budget = `${Number((figures['errorBudgetConsumed']?.value ?? 0).toPrecision(4))}`.slice(0, 4);
    for (const { name } of builtinTemplates()) {
      const { text } = await server.call('GET', `/incidents/${id}/document?template=${name}`);
      const page = (await server.call('GET', `/incidents/${id}/document?template=${name}&format=html`)).text;
      assert.ok(page.includes(`Error budget consumed</span><b>${budget}`), `${name}: budget ${budget}`);
      assert.ok(page.includes('Automation share</span><b>100%</b>'), `${name}: share`);
      const words = [
        errors?.during,
        broken?.name,
        measured?.samples,
        step?.tool,
        'Alert ShopErrors (shop) fired',
        told?.text,
      ];
      for (const word of words)
        assert.ok(word !== undefined && word !== null && text.includes(word), `${name} says ${word}`);
    }

    const again = (await server.call('POST', `/incidents/${id}/measure`, {})).json as unknown as Measured;
    assert.deepEqual([again.added, again.changed], [0, 0]);
    assert.equal(again.services[0]?.samples, measured?.samples);
  },
);
