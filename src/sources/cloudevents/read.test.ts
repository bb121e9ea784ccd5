import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SourceError } from '../source-error.ts';
import { cloudevents } from './index.ts';

const sample = JSON.parse(readFileSync(new URL('sample.json', import.meta.url), 'utf8'));
const readValue = (value: unknown) => cloudevents.read({ name: 'c.json', text: JSON.stringify(value) });
const event = {
  specversion: '1.0',
  id: 'A1',
  source: '/mycontext',
  type: 'com.example.some',
  time: '2026-03-04T14:31:00Z',
};

test('reads the sample, a batch: what CDEvents states is stated, the data is kept', () => {
  const { events, ignored, facts } = readValue(sample);
  assert.deepEqual(ignored, []);
  assert.deepEqual(
    events.map(({ epochMs, text, actor, milestone, change, evidence }) => [
      new Date(epochMs).toISOString().slice(11, 23),
      text,
      actor,
      milestone ?? (change ? 'change' : undefined),
      evidence,
    ]),
    [
      ['14:20:02.118', 'Service upgraded: checkout pkg:oci/checkout@6.2.0', '/deployer/shop', 'change', 'c.json#/0'],
      [
        '14:38:40.000',
        'example.shop.flag.changed of checkout.new-pool: new-pool switched off for everybody',
        '/flags/shop',
        undefined,
        'c.json#/1',
      ],
      ['15:09:40.000', 'Incident resolved: Orders go through again', '/watch/shop', 'resolved', 'c.json#/2'],
    ],
  );
  assert.match(events[1]?.notes ?? '', /before: true\nafter: false\n\ntraceparent: 00-4bf9/);
  assert.deepEqual(
    facts.services.map(({ value }) => value),
    ['checkout'],
  );
});

test('one event is one in every mode: structured, batched, in lines, in binary mode, and of version 0.3 and 0.1', () => {
  const { specversion: _version, ...rest } = event;
  const { id: eventID, type: eventType, time: eventTime, source } = event;
  const binary = {
    headers: {
      'ce-specversion': '1.0',
      'ce-id': event.id,
      'ce-source': '%2Fmycontext',
      'ce-type': '"com.example.some"',
      'ce-time': event.time,
      'content-type': 'application/json; charset=utf-8',
    },
    text: '{"message":"hello"}',
  };
  const data = { message: 'hello' };
  const keys = [
    readValue({ ...event, data }),
    readValue([{ ...event, data }]),
    cloudevents.read({ name: 'c.jsonl', text: `${JSON.stringify(event)}\n${JSON.stringify(event)}\n` }),
    cloudevents.read({ name: 'c', ...binary }),
    readValue({ ...rest, specversion: '0.3', schemaurl: 'x' }),
    readValue({ cloudEventsVersion: '0.1', eventID, eventType, eventTime, source, contentType: 'text/plain' }),
  ].map(({ events }) => events.map(({ key }) => key));
  assert.equal(new Set(keys.flat()).size, 1);
  assert.equal(cloudevents.detect({ name: 'c', ...binary }), 1);
  assert.equal(cloudevents.read({ name: 'c', ...binary }).events[0]?.text, 'com.example.some: hello');
  const delivery = (headers: Record<string, string>, value: unknown) =>
    cloudevents.webhook?.identity?.({ headers, body: new TextEncoder().encode(JSON.stringify(value)), receivedMs: 0 });
  assert.equal(delivery({ 'ce-id': '1', 'ce-source': 's' }, {}), 's 1');
  assert.equal(delivery({ 'content-type': 'application/cloudevents+json; charset=utf-8' }, event), '/mycontext A1');
  assert.equal(delivery({ 'content-type': 'application/cloudevents-batch+json' }, [event]), undefined);
});

test('keeps data of every kind: a text, JSON in Base64, other bytes, none', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const said = (more: object) => readValue({ ...event, ...more }).events[0]?.text.replace('com.example.some', '');
  assert.equal(said({ datacontenttype: 'application/xml', data: '<much wow="xml"/>' }), ': <much wow="xml"/>');
  assert.equal(said({ datacontenttype: 'application/json', data_base64: base64('{"title":"t"}') }), ': t');
  assert.equal(said({ datacontenttype: 'text/plain', data_base64: base64('plain') }), ': plain');
  assert.equal(said({ datacontenttype: 'image/png', data_base64: base64('1234') }), ': 4 bytes of image/png');
  assert.equal(said({ data_base64: base64('{"a":1}') }), ': 7 bytes of an unnamed type');
  assert.equal(said({ data: "I'm just a string" }), ": I'm just a string");
  assert.equal(said({ data: null, subject: null }), '');
  assert.equal(said({ subject: 's' }), ' of s');
});

test('binary mode takes a body that is no JSON, or none', () => {
  const headers = { 'ce-specversion': '1.0', 'ce-id': '1', 'ce-source': 's', 'ce-type': 't', 'ce-time': event.time };
  const read = (text: string, type?: string) =>
    cloudevents.read({ name: 'c', text, headers: { ...headers, ...(type ? { 'content-type': type } : {}) } }).events[0]
      ?.text;
  assert.equal(read('<xml/>', 'application/xml'), 't: <xml/>');
  assert.equal(read('{broken', 'application/json'), 't: {broken');
  assert.equal(read(''), 't');
});

test('an event without a time has that of its delivery, and none in a saved file; the rest is said', () => {
  const { time: _time, ...timeless } = event;
  const text = JSON.stringify(timeless);
  assert.equal(
    cloudevents.read({ name: 'c', text, receivedMs: 1_772_634_660_000 }).events[0]?.epochMs,
    1_772_634_660_000,
  );
  const odd = readValue([
    timeless,
    { ...event, time: 'soon' },
    { ...event, specversion: '2.0' },
    { specversion: '1.0', type: 't' },
    7,
  ]);
  assert.deepEqual(
    odd.ignored.map(({ what, where }) => [what, where]),
    [
      ['a CloudEvent', 'c.json#/0/time'],
      ['a CloudEvent', 'c.json#/1/time'],
      ['CloudEvents 2.0', 'c.json#/2/specversion'],
      ['a CloudEvent', 'c.json#/3'],
      ['a value that is no CloudEvent', 'c.json#/4'],
    ],
  );
  assert.throws(
    () => readValue({ type: 't' }),
    (error) => error instanceof SourceError && error.code === 'cloudevents.no-event',
  );
});
