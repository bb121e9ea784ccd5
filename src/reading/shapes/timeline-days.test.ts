import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../../markdown/blocks.ts';
import { readGeneral } from '../index.ts';

/** Times of the events of a document. */
const timesOf = (source: string, fileName = ''): (string | undefined)[] =>
  (readGeneral(parseMarkdown(source), { fileName }).record.timeline ?? []).map(({ at }) => at);

const log = '## Timeline\n\n- **10:15** Queue stalls\n- **11:02** Queue drains\n- **11:20** All clear\n';
const onThird = ['2022-05-03T10:15', '2022-05-03T11:02', '2022-05-03T11:20'];

test("the date of a page gives way to the day that its first paragraph tells of, or its file's name, when that is shortly before", () => {
  const page = '---\ntitle: Queue stalled\ndate: 2022-05-06\n---\n\n';
  assert.deepEqual(timesOf(`${page}On 3 May 2022 the queue stalled.\n\n${log}`), onThird);
  assert.deepEqual(timesOf(`${page}The queue stalled.\n\n${log}`, 'posts/2022-05-03-queue.md'), onThird);
  assert.deepEqual(timesOf(`${page}On 3 May 2019 we moved.\n\n${log}`)[0], '2022-05-06T10:15');
  const same = '---\ndate: 2022-05-03\n---\n\nOn 2 May 2022 we deployed. On 3 May 2022 the queue stalled.\n\n';
  assert.deepEqual(timesOf(same + log), onThird);
});

test('the day a document was created on gives way to the day in its file name', () => {
  const source = `# Queue stalled\n\n**Created**: 2022-05-04 <br/>\n**Status**: final\n\n${log}`;
  assert.deepEqual(timesOf(source, 'reports/2022-05-03.md'), onThird);
  assert.equal(timesOf(source, 'queue.md')[0], '2022-05-04T10:15');
});

test('dates in numbers are read day first where another date of the document or its language shows it', () => {
  const table = '## Actions\n\n| What | Due |\n|---|---|\n| Alert | 31/06/2022 |\n| Limit | 28/05/2022 |\n';
  assert.deepEqual(timesOf(`# Queue\n\nDate: 03/05/2022\n\n${log}${table}`), onThird);
  const french =
    '# Panne de la file\n\nLe service est tombé dans la matinée et les clients ont vu des erreurs. La reprise est une suite de redémarrages.\n\n## Chronologie\n\n- 03/05/2022 10h15 — La file est bloquée\n- 03/05/2022 11h02 — Reprise\n- 03/05/2022 11h20 — Fin\n';
  assert.deepEqual(timesOf(french), onThird);
});

test('Portuguese, Dutch and Italian reports have their days', () => {
  const portuguese =
    '# Fila parada\n\n- **Data:** 03/05/2022\n\nO serviço não respondeu e os pedidos foram recusados. A fila é uma peça que não se vê.\n\n## Linha do tempo\n\n| Hora | Evento |\n|---|---|\n| 10h15 | Fila parada |\n| 11h02 | Fila anda |\n| 11h20 | Fim |\n';
  assert.deepEqual(timesOf(portuguese), onThird);
  const dutch =
    '# Storing\n\n**Datum:** 3 mei 2022\n\n## Tijdlijn\n\n- 10:15 – Rij staat\n- 11:02 – Rij loopt\n- 11:20 – Klaar\n';
  assert.deepEqual(timesOf(dutch), onThird);
  const italian =
    '# Coda ferma\n\nRedatto il 6 maggio 2022\n\n## Sintesi\n\nIl 3 maggio 2022 la coda era ferma.\n\n## Cronologia\n\n| Ora | Evento |\n|---|---|\n| 10.15 | Coda ferma |\n| 11.02 | Coda riparte |\n| 11.20 | Fine |\n';
  assert.deepEqual(timesOf(italian), onThird);
  const german =
    '# Störung\n\n*Stadtwerke, 6. Mai 2022*\n\nAm Dienstag, dem 3. Mai 2022, stand die Anlage.\n\n## Ablauf\n\n- 10.15 Uhr: Stillstand\n- 11.02 Uhr: Neustart\n- 11.20 Uhr: Betrieb\n';
  assert.deepEqual(timesOf(german), onThird);
});

test('a heading of a weekday and a day of the month takes the month that the document names', () => {
  const source =
    '# Two bad days\n\nAll of this was in May 2022.\n\n### Tuesday 3\n\n* 10:15 Queue stalls\n* 23:50 Queue drains\n\n### Wednesday 4\n\n* 00:10 Stalls again\n* 09:00 Fixed\n';
  assert.deepEqual(timesOf(source), ['2022-05-03T10:15', '2022-05-03T23:50', '2022-05-04T00:10', '2022-05-04T09:00']);
});

test('a line of a log that is a day only sets the day of the lines below', () => {
  const source =
    '# Queue\n\n## Timeline\n\n```\n2022-05-03 (UTC)\n10:15 queue stalls\n11:02 queue drains\n2022-05-05\n08:30 bill arrives\n```\n';
  assert.deepEqual(timesOf(source), ['2022-05-03T10:15Z', '2022-05-03T11:02Z', '2022-05-05T08:30Z']);
});

test('a table drawn in code is a timeline, a log of a program there is none', () => {
  const drawn =
    '# Queue\n\n```\n+------------------+--------------+\n| When             | What         |\n+------------------+--------------+\n| 2022-05-03 10:15 | Queue stalls |\n| 2022-05-03 11:02 | Queue drains |\n| 2022-05-03 11:20 | All clear    |\n+------------------+--------------+\n```\n';
  assert.deepEqual(timesOf(drawn), onThird);
  const program =
    '# Queue\n\n```\n2022-05-03 10:15 ERROR no lock\n2022-05-03 10:16 ERROR no lock\n2022-05-03 10:17 ERROR no lock\n```\n';
  assert.deepEqual(timesOf(program), []);
});

test('a table of milestones keeps its rows that name no milestone', () => {
  const source =
    '# Queue\n\n## Milestones\n\n| Milestone | Timestamp |\n|---|---|\n| Impact started | 2022-05-03 10:15 |\n| Vendor called | 2022-05-03 10:40 |\n| Detected | 2022-05-03 10:20 |\n| Resolved | 2022-05-03 11:02 |\n';
  assert.deepEqual(timesOf(source), ['2022-05-03T10:15', '2022-05-03T10:20', '2022-05-03T10:40', '2022-05-03T11:02']);
});
