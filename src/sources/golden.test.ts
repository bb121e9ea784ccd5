import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type EvidenceFile, readEvidence, type SourceEvent, SourceError, type SourceReading } from './index.ts';

// What each source makes of other people's payloads, compared with a file that was read line by line. Copied texts stand
// there as a hash. `GOLDEN=show` prints them in clear, `GOLDEN=write` writes the files: read the difference before it is committed.
const corpus = fileURLToPath(new URL('../../../shared/corpus/C/', import.meta.url));
const skip = existsSync(corpus) ? false : 'skipped: no corpus';
const mode = process.env['GOLDEN'];

/**
 * Which samples are compared under which name: `headers` for those whose body does not say what it is, `receivedMs` for those
 * that carry no time.
 */
const samples: {
  name: string;
  files: string[];
  headers?: (path: string) => Record<string, string>;
  receivedMs?: number;
}[] = [
  { name: 'text', files: ['zulip-fixtures/zerver/tests/import_fixtures/check_migrations_errors/*.txt'] },
  { name: 'alertmanager', files: ['alertmanager/samples/*.json', 'zulip-fixtures/alertmanager/*.json'] },
  { name: 'github', files: ['github-octokit/payload-examples/**/*.json'] },
  { name: 'linear', files: ['zulip-fixtures/linear/*.json'] },
  { name: 'gitlab', files: ['zulip-fixtures/gitlab/*.json'] },
  { name: 'jira', files: ['jira-webhooks/server/testdata/*.json', 'zulip-fixtures/jira/*.json'] },
  { name: 'cloudwatch', files: ['aws-events/events/testdata/*.json'] },
  { name: 'kubernetes', files: ['k8s-events/pkg/analyze/files/events/*.json'] },
  { name: 'sentry', files: ['zulip-fixtures/sentry/*.json'] },
  { name: 'opentelemetry', files: ['opentelemetry/examples/*.json'] },
  {
    name: 'slack',
    files: [
      'slack-events/json-logs/samples/**/*.json',
      'zulip-fixtures/slack/*',
      'zulip-fixtures/slack_incoming/*',
      'zulip-fixtures/zerver/tests/slack_fixtures/exported_messages_fixtures/*.json',
    ],
  },
  { name: 'statuspage', files: ['zulip-fixtures/statuspage/*.json'] },
  { name: 'grafana', files: ['zulip-fixtures/grafana/*.json'], receivedMs: Date.UTC(2026, 0, 2, 3, 4, 5) },
  { name: 'pagerduty', files: ['zulip-fixtures/pagerduty/*.json'] },
  { name: 'opsgenie', files: ['zulip-fixtures/opsgenie/*.json', 'opsgenie-stackstorm/tests/fixtures/*.json'] },
];

const short = (text: string | undefined) =>
  text === undefined ? '-' : mode === 'show' ? JSON.stringify(text) : hash('sha256', text).slice(0, 8);
/** A key with what it copies left out: `pagerduty:*:acknowledge:*`. */
const shape = (key: string) => key.replace(/(?<=^|:)(?![a-z-]{3,30}(?=:|$))[^:]+/g, '*');
/** A reason in clear, without what it quotes. */
const reason = (words: string) => (mode === 'show' ? words : (words.split(/[:"]/)[0] ?? '').trim());

function eventLine(event: SourceEvent): string {
  const { epochMs, milestone, inferredFrom, phase, text, actor, quoted, notes, count, evidence, key, fold, step } =
    event;
  const place = evidence.slice(evidence.indexOf('#'));
  return [
    new Date(epochMs).toISOString(),
    `${milestone ?? '-'}${inferredFrom ? '?' : ''}`,
    phase ?? '-',
    `${quoted ? 'quoted ' : ''}text=${short(text)}`,
    `actor=${short(actor)}`,
    ...(notes === undefined ? [] : [`notes=${short(notes)}`]),
    ...(count === undefined ? [] : [`count=${count}`]),
    ...(fold === undefined ? [] : ['folded']),
    ...(step === undefined ? [] : ['step']),
    place,
    shape(key),
  ].join(' ');
}

function lines({ source, events, conditions, facts, ignored, masked }: SourceReading): string[] {
  const found = Object.entries(facts).flatMap(([kind, list]) =>
    list.map((fact) => {
      const { value, evidence, epochMs: _at, ...more } = fact;
      const rest = Object.values(more).map((word) => (/^[a-z]+$/.test(word) ? word : short(word)));
      return `fact ${[kind, ...rest, short(value), evidence.slice(evidence.indexOf('#'))].join(' ')}`;
    }),
  );
  return [
    `source ${source}${masked > 0 ? `, masked ${masked}` : ''}`,
    ...events.map(eventLine),
    ...conditions.map(
      ({ state, key, closedBy }) => `condition ${state} ${shape(key)}${closedBy ? ' at its time' : ''}`,
    ),
    ...found,
    ...ignored.map(
      ({ what, why, where, count }) =>
        `ignored ${count} x ${short(what)}: ${reason(why)} ${where.slice(where.indexOf('#'))}`,
    ),
  ];
}

function readingOf(path: string, came: Partial<EvidenceFile>): string[] {
  try {
    const text = readFileSync(`${corpus}${path}`, 'utf8');
    return lines(readEvidence({ name: path, text, ...came }));
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return [`refused ${error.code}`];
  }
}

for (const { name, files, headers, receivedMs } of samples) {
  test(`what ${name} makes of payloads of others is as it was read by eye`, { skip }, (context) => {
    const paths = globSync(files, { cwd: corpus }).sort();
    assert.ok(paths.length > 0);
    const came = (path: string) => ({
      ...(headers === undefined ? {} : { headers: headers(path) }),
      ...(receivedMs === undefined ? {} : { receivedMs }),
    });
    const all = paths.flatMap((path) => [`== ${path}`, ...readingOf(path, came(path)), '']);
    const golden = new URL(`golden/${name}.txt`, import.meta.url);
    if (mode === 'show') for (const line of all) context.diagnostic(line);
    else if (mode === 'write') writeFileSync(golden, all.join('\n'));
    else assert.equal(all.join('\n'), readFileSync(golden, 'utf8'));
  });
}
