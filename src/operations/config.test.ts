import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultConfig, parseConfig } from './config.ts';
import { HindcastError } from './errors.ts';

const fails = (text: string, pattern: RegExp) =>
  assert.throws(
    () => parseConfig(text, 'hindcast.yaml'),
    (error) => error instanceof HindcastError && error.code === 'config.invalid' && pattern.test(error.message),
  );

test('an empty config is the default one', () => {
  assert.deepEqual(parseConfig('', 'hindcast.yaml'), defaultConfig);
  assert.deepEqual(parseConfig('# nothing\n', 'hindcast.yaml'), defaultConfig);
});

test('every part is read', () => {
  const text = [
    'silence:',
    '  - {code: zone.unstated, file: "old/**", reason: we write UTC}',
    'templates: [templates]',
    'template: ours',
    'slo: {objective: 99.9}',
    'zone: Europe/Paris',
  ].join('\n');
  assert.deepEqual(parseConfig(text, 'hindcast.yaml'), {
    silence: [{ code: 'zone.unstated', file: 'old/**', reason: 'we write UTC' }],
    templates: ['templates'],
    template: 'ours',
    slo: { objective: 99.9, window: '30d' },
    zone: 'Europe/Paris',
    sources: [],
  });
});

test('an unknown key is refused with its line', () => {
  fails('zone: UTC\nsilense: []\n', /^hindcast\.yaml:2: unknown key "silense"; known: silence/);
  fails(
    'silence:\n  - code: zone.mixed\n    reason: x\n    fiel: y\n',
    /^hindcast\.yaml:4: silence\.0: unknown key "fiel"/,
  );
});

test('a silence without a reason, a wrong zone and a wrong objective are refused with their line', () => {
  fails('silence:\n  - code: zone.mixed\n', /^hindcast\.yaml:2: silence\.0\.reason: is missing/);
  fails('silence:\n  - {code: zone.mixd, reason: x}\n', /^hindcast\.yaml:2: silence\.0\.code: must be a finding code/);
  fails('\nzone: Mars/Base\n', /^hindcast\.yaml:2: zone: must be a time zone such as/);
  fails('slo:\n  objective: 100\n', /^hindcast\.yaml:2: slo\.objective/);
});

test('broken YAML names its line', () => {
  fails('zone: UTC\ntemplates: [a\n', /^hindcast\.yaml:\d+: /);
});

test('keys of the prototype are no way in', () => {
  fails('__proto__:\n  zone: UTC\n', /unknown key|config/);
});

test('a source that is described wrongly is named with its line', () => {
  const rule = '  - name: ours\n    events:\n      - time: /at\n        text: "{/what}"\n';
  assert.equal(parseConfig(`sources:\n${rule}`, 'hindcast.yaml').sources[0]?.events[0]?.time, '/at');
  fails(`sources:\n${rule.replace('/at', 'at')}`, /:4.*time: must be a JSON pointer/);
  fails(
    `sources:\n${rule.replace('{/what}', '{what}')}`,
    /:5.*text: must be a text with holes: \{what\} is no JSON pointer/,
  );
  fails(`sources:\n${rule}        milestone: begun\n`, /:6.*milestone/);
  fails(`sources:\n${rule}        tiem: /at\n`, /:6.*unknown key "tiem"/);
  fails(`sources:\n${rule.replace('ours', 'slack')}`, /a name that no built-in source has/);
  fails(`sources:\n${rule}${rule}`, /each name stands once/);
});
