import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtinTemplates, compileTemplate, layoutOf } from '../../../src/templates/index.ts';
import { offeredBy } from './offered.ts';

const source = `---
name: own
severities: {SEV1: critical, SEV2: high}
statuses: {Doing: inProgress}
horizons: [{name: This week, within: 7d}, {name: Later}]
phases: [noticed, mended]
signoff: [Captain, Scribe]
---
# {{incident.title}}

- [{{incident.type=fire}}] Fire
- [{{incident.type=flood}}] Flood

## Actions

### Now

- {{actions.horizon=Today}} {{actions.text}}
`;

test('a template offers the words of its policy, its ticks and what its lists are told apart by', () => {
  const offered = offeredBy(layoutOf(compileTemplate(source)));
  assert.deepEqual(offered.get('incident.severity'), ['SEV1', 'SEV2']);
  assert.deepEqual(offered.get('actions.status'), ['Doing']);
  assert.deepEqual(offered.get('actions.horizon'), ['This week', 'Later', 'Today']);
  assert.deepEqual(offered.get('timeline.phase'), ['noticed', 'mended']);
  assert.deepEqual(offered.get('roles.role'), ['Captain', 'Scribe']);
  assert.deepEqual(offered.get('incident.type'), ['fire', 'flood']);
  assert.equal(offered.get('actions.priority'), undefined);
});

test('built-in templates offer no word twice and never the sign for any other', () => {
  for (const template of builtinTemplates())
    for (const [path, words] of offeredBy(layoutOf(template))) {
      assert.equal(new Set(words).size, words.length, `${template.name} ${path}`);
      assert.ok(!words.includes('*') && !words.includes(''), `${template.name} ${path}`);
    }
});
