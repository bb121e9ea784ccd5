import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesOf } from './names.ts';
import { redactText } from './redact-text.ts';
import { suspectsOf } from './suspects.ts';

const texts = (text: string) => suspectsOf({ summary: { text } }).map((one) => one.text);
const isShown = (text: string, what: string) => texts(text).some((one) => one.includes(what));

test('hosts and addresses are shown whatever their end, in parts, with ports and with users', () => {
  const hosts =
    'wiki.acme.se|wiki.acme.jp|wiki.acme.it|intranet.acme.pl|x.acme.no|db.prod|notion.so/acme/x|wiki.acme.com.br/x|acme.bank|db.shop.test|wiki[.]acme[.]com|10.0.12.4-10.0.12.9|10.0.12.x|192.168.*.*|10[.]0[.]12[.]x|payments-db|mysql-master|fluentd-x7k2p|orders:5432|root@hades|mkowalski@hades|db_prod_03';
  for (const host of hosts.split('|')) assert.ok(isShown(`then ${host} failed`, host), host);
  assert.ok(isShown('see //wiki.acme.com/x', 'wiki.acme.com/x'));
});

test('keys and passwords of small letters and digits are shown', () => {
  const keys = '7hGk2LpQ9xZr4|v3ryS3cretT0ken|4KQ7J2M9XB3TLP5V|a81bc81bdead4e5d|k3j9x0q2m5n8p1z7|admin:s3cr3t';
  for (const key of keys.split('|')) assert.ok(isShown(`it was ${key} then`, key), key);
  assert.ok(isShown('password: correct-horse-battery', 'correct-horse-battery'));
});

test('names without two capitals are shown where something says what they are', () => {
  const cases =
    'customer acme|tenant acme|logged in as mkowalski|user=mkowalski|author: mkowalski|ssh zeus|bucket acme-data|T.K. did|P. K. did|H&M|AT&T|7-Eleven|23andMe|田中一郎 restarted';
  for (const text of cases.split('|')) assert.ok(texts(`Then ${text}`).length > 0, text);
});

test('words, files, times and figures of the trade bring no suspicion', () => {
  for (const text of [
    'see main.py, index.ts, README.md, lib/foo.rs and app.config.js',
    'at 10:45, 2026-03-01T10:45:00Z, 20260301T104500Z, a ratio of 3:1, HTTP:503',
    'p95 of 120ms, 4GB, 5xx, 10-minute, 3rd, version 10.4.2, 12h, 99.95%',
    'the user saw it, the customer called, the host failed, the server restarted, each account',
    'R&D, Q&A, the U.S. region, e.g. this, i.e. that',
    'a db-level lock, multi-db writes, redis-backed queues',
    'the password was changed, password: (masked: password)',
  ])
    assert.deepEqual(texts(text), [], text);
});

test('each text of a document in a script without capitals is asked for as a whole', () => {
  const record = { summary: { text: '午前十時に障害が発生した。田中一郎が再起動した。', impact: '利用者に影響。' } };
  assert.deepEqual(
    suspectsOf(record).map(({ text }) => text),
    [record.summary.text, record.summary.impact],
  );
});

test('words that are never public are found in any case, with any sign or none between them', () => {
  const names = namesOf({}, [], ['Acme Corp', 'Coca-Cola', 'O’Reilly', 'target', 'Müller AG', 'AT&T', 'Globex']);
  const cases =
    "Acme Corp|acme-corp|acmecorp|acme_corp|ACME corp|Acme\u00A0Corp|coca cola|CocaCola|Coca‑Cola|oreilly|O'Reilly|Target|TaRget|mueller ag|Muller-AG|at&t|gLOBEX|globex-prod";
  for (const text of cases.split('|')) {
    const { taken } = redactText(`then ${text} called`, { names, publicHosts: [] });
    assert.equal(taken.length, 1, text);
  }
  for (const [never, other] of [
    ['टाटा', 'टूटी'],
    ['ガス', 'カス'],
  ] as const)
    assert.equal(redactText(other, { names: namesOf({}, [], [never]), publicHosts: [] }).text, other);
  for (const name of ['X-Box', 'H-E-B', '-', 'A/B'])
    assert.equal(
      redactText(`of ${name} here`, { names: namesOf({}, [], [name]), publicHosts: [] }).taken.length,
      1,
      name,
    );
  const others = 'targets, at t=0, acme or corp; é';
  assert.equal(redactText(others, { names, publicHosts: [] }).text, others);
});
