import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { detectSource, mappedSource, Mapping, readEvidence, SourceError } from '../index.ts';

const mapping = Mapping.parse({
  name: 'billing-monitor',
  title: 'Billing monitor',
  knows: { '/kind': 'monitor' },
  events: [
    {
      list: '/alerts',
      when: { '/status': ['firing', 'open'] },
      time: '/since',
      text: '{/name|/id} fired: {/summary}',
      notes: '{/description}',
      actor: '{^/sender/name}',
      key: '{/id}-{/since}',
      milestone: 'detected',
      condition: { key: '{/id}', name: 'Alert {/name}', is: 'open' },
      service: '{/labels/a~1b}',
      severity: '{/labels/severity}',
      link: '{/url}',
    },
    {
      list: '/alerts',
      when: { '/status': 'resolved' },
      unless: { '/test': true },
      time: '/until',
      zone: 'Europe/Berlin',
      text: '{/name|/id} resolved',
      key: '{/id}-{/since}',
      condition: { key: '{/id}', name: 'Alert {/name}', is: 'closed' },
    },
  ],
});
const source = mappedSource(mapping);
const alert = {
  id: 7,
  name: 'Invoices late',
  status: 'firing',
  since: '2026-03-04T14:21:00Z',
  summary: '12 wait',
  labels: { 'a/b': 'billing', severity: 'high' },
  url: 'https://billing.example.org/7',
};
const payload = (...alerts: object[]) => ({ kind: 'monitor', sender: { name: 'mon-1' }, alerts });
const read = (value: unknown, name = 'b.json') => readEvidence({ name, text: JSON.stringify(value) }, [source]);

test('reads events, conditions and facts as the mapping says, each with its place', () => {
  const resolved = { ...alert, status: 'resolved', until: '2026-03-04 16:02:00' };
  const { source: by, events, conditions, facts, ignored } = read(payload(alert, resolved));
  assert.equal(by, 'billing-monitor');
  assert.deepEqual(ignored, []);
  assert.deepEqual(
    events.map(({ epochMs, text, actor, milestone, assumed, evidence, key }) => [
      new Date(epochMs).toISOString(),
      text,
      actor,
      milestone,
      assumed,
      evidence,
      key,
    ]),
    [
      [
        '2026-03-04T14:21:00.000Z',
        'Invoices late fired: 12 wait',
        'mon-1',
        'detected',
        undefined,
        'b.json#/alerts/0',
        'billing-monitor:open:7-2026-03-04T14:21:00Z',
      ],
      [
        '2026-03-04T15:02:00.000Z',
        'Invoices late resolved',
        undefined,
        undefined,
        undefined,
        'b.json#/alerts/1',
        'billing-monitor:closed:7-2026-03-04T14:21:00Z',
      ],
    ],
  );
  assert.deepEqual(
    conditions.map(({ key, name, state, closedBy }) => [key, name, state, closedBy]),
    [
      ['billing-monitor:7', 'Alert Invoices late', 'open', undefined],
      ['billing-monitor:7', 'Alert Invoices late', 'closed', events[1]?.key],
    ],
  );
  const { services, severities, links } = facts;
  assert.deepEqual(
    [services, severities, links].map((list) => list.map(({ value }) => value)),
    [['billing'], ['high'], ['https://billing.example.org/7']],
  );
});

test('reads lists and lines of payloads, and counts since 1970', () => {
  for (const since of [1772634060, 1772634060000, '1772634060', '2026-03-04 15:21:00 +0100']) {
    const values = [payload({ ...alert, since }), payload({ ...alert, since })];
    const listed = read(values);
    assert.deepEqual(
      listed.events.map(({ epochMs, evidence }) => [epochMs, evidence]),
      [
        [1772634060000, 'b.json#/0/alerts/0'],
        [1772634060000, 'b.json#/1/alerts/0'],
      ],
    );
    assert.equal(new Set(listed.events.map(({ key }) => key)).size, 1);
    const lines = readEvidence({ name: 'b.jsonl', text: values.map((value) => JSON.stringify(value)).join('\n') }, [
      source,
    ]);
    assert.equal(lines.events[1]?.evidence, 'b.jsonl#2/alerts/0');
  }
});

test('says what has no time, no text, and what no rule takes; a zone from nowhere is flagged', () => {
  const other = { ...alert, status: 'muted' };
  const { events, ignored } = read([
    payload({ ...alert, since: 'soon' }, { ...alert, since: '2026-03-04 14:21' }),
    payload(other),
  ]);
  assert.deepEqual(
    events.map(({ assumed }) => assumed),
    [['zone']],
  );
  assert.deepEqual(
    ignored.map(({ why, where }) => [why, where]),
    [
      ['what stands at /since is no time', 'b.json#/0/alerts/0'],
      ['no rule of billing-monitor takes anything of it', 'b.json#/1'],
    ],
  );
  assert.throws(
    () => read(payload(other)),
    (error) => error instanceof SourceError && error.code === 'mapping.nothing',
  );
  assert.equal(
    read(payload({ ...alert, status: 'resolved', until: '2026-03-04T15:00:00Z', test: true }, alert)).events.length,
    1,
  );
});

test('knows its own payloads, leaves others to others, and masks secrets', () => {
  const file = (value: unknown) => ({ name: 'x.json', text: JSON.stringify(value) });
  assert.equal(detectSource(file(payload()), [source])?.name, 'billing-monitor');
  assert.notEqual(detectSource(file({ ...payload(alert), kind: 'other' }), [source])?.name, 'billing-monitor');
  const { events, masked } = read(payload({ ...alert, summary: 'password=correcthorse' }));
  assert.match(events[0]?.text ?? '', /password=\(masked: password\)/);
  assert.equal(masked, 1);
});

test('names of object internals and hostile values do no harm', () => {
  const odd = Mapping.parse({
    name: 'odd',
    events: [{ time: '/__proto__/time|/time', text: '{/constructor/name|/text}' }],
  });
  const hostile = [
    '{"time":0,"__proto__":{"time":1772634060}}',
    '{"time":{"a":1},"text":[[[]]]}',
    '[[[]]]',
    'null',
    '{"time":"9999-99-99"}',
    '{"time":1772634060,"text":"x"}',
  ];
  for (const text of hostile)
    try {
      const { events } = mappedSource(odd).read({ name: 'x', text });
      assert.deepEqual(
        events.map(({ text: said }) => said).filter((said) => said !== 'x'),
        [],
      );
    } catch (error) {
      assert.ok(error instanceof SourceError);
    }
});

test('a delivery is signed as the mapping says', async () => {
  const secret = 'both know it';
  const receivedMs = Date.UTC(2026, 2, 4, 15);
  const body = '{"kind":"monitor"}';
  const seconds = String(receivedMs / 1000);
  const sign = (text: string, by = secret, how: 'hex' | 'base64' = 'hex', hash = 'sha256') =>
    createHmac(hash, by).update(text).digest(how);
  const refusal = async (
    signature: object,
    headers: Record<string, string>,
    own: string | undefined = secret,
    text = body,
  ) => {
    const { webhook } = mappedSource(Mapping.parse({ ...mapping, signature }));
    return webhook?.refusal?.({ headers, body: new TextEncoder().encode(text), receivedMs }, own, undefined as never);
  };
  const hmac = { header: 'X-Sign', method: 'hmac-sha256', prefix: 'sha256=' };
  const good = { 'x-sign': `sha256=${sign(body)}` };
  assert.equal(await refusal(hmac, good), undefined);
  assert.match((await refusal(hmac, good, 'another')) ?? '', /is wrong/);
  assert.match((await refusal(hmac, good, secret, `${body} `)) ?? '', /is wrong/);
  assert.match((await refusal(hmac, {})) ?? '', /is missing/);
  assert.match((await refusal(hmac, { 'x-sign': sign(body) })) ?? '', /does not begin/);
  assert.match((await refusal(hmac, { 'x-sign': 'sha256=zz' })) ?? '', /no signature in hex/);
  assert.match(
    (await mappedSource(Mapping.parse({ ...mapping, signature: hmac })).webhook?.refusal?.(
      { headers: good, body: new Uint8Array(), receivedMs },
      undefined,
      undefined as never,
    )) ?? '',
    /no secret yet/,
  );
  assert.equal(
    await refusal(
      { header: 'x', method: 'hmac-sha1', encoding: 'base64' },
      { x: sign(body, secret, 'base64', 'sha1') },
    ),
    undefined,
  );
  assert.equal(await refusal({ header: 'x', method: 'token' }, { x: secret }), undefined);
  assert.match((await refusal({ header: 'x', method: 'token' }, { x: 'no' })) ?? '', /is wrong/);
  const timed = { ...hmac, time: 'X-Time' };
  const at = (time: string) => ({ 'x-time': time, 'x-sign': `sha256=${sign(`${time}.${body}`)}` });
  assert.equal(await refusal(timed, at(seconds)), undefined);
  assert.match((await refusal(timed, at(String(Number(seconds) - 301)))) ?? '', /old delivery/);
  assert.match((await refusal(timed, { ...at(seconds), 'x-time': String(Number(seconds) - 1) })) ?? '', /is wrong/);
  assert.match((await refusal(timed, good)) ?? '', /old delivery/);
});
