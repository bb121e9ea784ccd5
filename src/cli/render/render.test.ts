import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../record/finding.ts';
import { styleFor } from '../text/style.ts';
import type { Checked } from './checked.ts';
import { renderFigures } from './figures.ts';
import { renderGithub } from './github.ts';
import { renderRecord } from './record.ts';
import { renderSarif, sarifResults } from './sarif.ts';
import { renderDocument, renderSummary } from './terminal.ts';

const source = '# A\n\n- **Duration:** 45 minutes\n';
const from = source.indexOf('45');
const finding: Finding = {
  code: 'contradiction.duration',
  severity: 'error',
  message: 'The document says 45 minutes; its timeline gives 1h 37m.',
  path: 'claims[0]',
  line: 3,
  cites: ['timeline[0]', 'timeline[4]'],
  remedy: 'Correct one of the two.',
};
const checked = (over: Partial<Checked> = {}): Checked => ({
  file: 'a.md',
  source,
  template: { name: null, confidence: 0 },
  encoding: { damaged: false, repaired: false },
  record: {},
  findings: [finding],
  places: new Map([['claims[0]', [{ from, to: from + 10, line: 3 }]]]),
  silenced: 0,
  ...over,
});
const plain = { style: styleFor(false), columns: 100 };

test('a finding is shown as a compiler does: place, code, the line underlined, cites, help, docs', () => {
  assert.equal(
    renderDocument(checked(), plain),
    [
      'a.md:3:17  error[contradiction.duration]  The document says 45 minutes; its timeline gives 1h 37m.',
      '  |',
      '3 | - **Duration:** 45 minutes',
      '  |                 ^^^^^^^^^^',
      '  = cites: timeline[0], timeline[4]',
      '  = help: Correct one of the two.',
      '  = docs: docs/findings/contradiction.duration.md, or: hindcast explain contradiction.duration',
      '',
      '',
    ].join('\n'),
  );
});

test('a value without a narrow place is found by its words', () => {
  const record = { claims: [{ figure: 'duration', text: '45 minutes' }] };
  const text = renderDocument(checked({ places: new Map(), record }), plain);
  assert.match(text, /^a\.md:3:17 /);
});

test('the lines that prove a finding stand below its excerpt', () => {
  const long = `${source}\n${'x\n'.repeat(8)}| 14:02 | down |\n`;
  const record = { timeline: [{ precision: 'instant' as const, text: 'down', line: 13 }] };
  const lines = renderDocument(checked({ source: long, record }), plain).split('\n');
  assert.deepEqual(lines.slice(1, 6), [
    '   |',
    ' 3 | - **Duration:** 45 minutes',
    `   | ${' '.repeat(16)}${'^'.repeat(10)}`,
    '....',
    '13 | | 14:02 | down |',
  ]);
});

test('a finding about the whole document has no line', () => {
  const { path: _path, line: _line, ...whole } = finding;
  const text = renderDocument(checked({ findings: [whole] }), plain);
  assert.match(text, /^a\.md {2}error\[contradiction\.duration\]/);
  assert.doesNotMatch(text, /\^/);
});

test('a line of 10 MB is cut around its place and escape sequences are disarmed', () => {
  const long = `${'x'.repeat(5_000_000)}45 minutes\u001b[31m${'y'.repeat(5_000_000)}`;
  const places = new Map([['claims[0]', [{ from: 5_000_000, to: 5_000_010, line: 1 }]]]);
  const text = renderDocument(checked({ source: long, places, findings: [{ ...finding, line: 1 }] }), plain);
  assert.ok(text.split('\n').every((line) => line.length < 120));
  assert.match(text, /x45 minutes␛/);
});

test('the underline is measured in columns, not in characters', () => {
  const wide = '日本 45 minutes\n';
  const places = new Map([['claims[0]', [{ from: 3, to: 13, line: 1 }]]]);
  const lines = renderDocument(checked({ source: wide, places, findings: [{ ...finding, line: 1 }] }), plain).split(
    '\n',
  );
  assert.equal(lines[3], `  | ${' '.repeat(5)}${'^'.repeat(10)}`);
});

test('the summary counts documents, findings, silenced ones and what could not be read', () => {
  const run = { checked: [checked({ silenced: 2 })], unread: 1, total: 3, stopped: true };
  const text = '1 document: 1 error, 2 silenced, 1 not readable, stopped after 1 of 3\n';
  assert.equal(renderSummary(run, plain.style), text);
});

test('annotations escape what would end them', () => {
  const hostile = { ...finding, message: '100 %\n::error::x', code: 'a.b' };
  const text = renderGithub(checked({ file: 'a,b:c.md', findings: [hostile] }));
  assert.equal(
    text,
    '::error file=a%2Cb%3Ac.md,line=3,col=17,endColumn=27,title=a.b::100 %25%0A::error::x Correct one of the two.\n',
  );
});

test('SARIF has a rule per code and a region per result', () => {
  const log = JSON.parse(
    renderSarif(sarifResults(checked({ file: 'my docs/a#1.md' })), '1.0.0', () => ({ summary: 's', help: 'h' })),
  );
  const [run] = log.runs;
  assert.equal(log.version, '2.1.0');
  assert.equal(run.tool.driver.rules[0].id, 'contradiction.duration');
  assert.equal(run.results[0].ruleIndex, 0);
  const { artifactLocation, region } = run.results[0].locations[0].physicalLocation;
  assert.equal(artifactLocation.uri, 'my%20docs/a%231.md');
  assert.deepEqual([region.startLine, region.startColumn, region.endColumn], [3, 17, 27]);
});

test('figures stand in a table with the claims beside them', () => {
  const figures = {
    timeToDetect: { status: 'unknown' as const, unit: 'seconds', formula: '', cites: [], reason: 'onset missing' },
    duration: {
      status: 'known' as const,
      unit: 'seconds',
      seconds: 5820,
      formula: 'resolved - impactStarted',
      cites: [],
    },
  };
  const claims = [
    { figure: 'duration', text: '45 minutes', line: 3 },
    { figure: 'costTotal', text: '$5', line: 9 },
  ];
  const text = renderFigures(figures, claims, plain.style, 120);
  assert.match(text, /duration\s+1h 37m\s+known\s+“45 minutes” \(line 3\)\s+resolved - impactStarted/);
  assert.match(text, /timeToDetect\s+–\s+unknown\s+onset missing/);
  assert.match(text, /Other claims\n {2}costTotal {2}“\$5” \(line 9\)/);
});

test('a record shows groups as fields, moments as written and suggested milestones with a question mark', () => {
  const record = {
    incident: { id: 'INC-1', start: { written: '14:02 UTC', precision: 'instant' as const } },
    timeline: [
      {
        precision: 'instant' as const,
        at: '2026-01-01T14:02Z',
        text: 'down',
        milestone: 'detected' as const,
        inferred: true,
      },
    ],
    actions: [{ text: 'fix', done: false }],
  };
  const text = renderRecord(record, plain.style, 100);
  assert.match(text, /incident\n {2}id {5}INC-1\n {2}start {2}14:02 UTC/);
  assert.match(text, /detected\? {2}down/);
  assert.match(text, /actions \(1\)\n {2}text {2}done\n {2}fix {3}no/);
});
