import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { HindcastError } from '../operations/errors.ts';
import { teamTemplates } from './team-templates.ts';

const root = mkdtempSync(path.join(tmpdir(), 'hindcast-templates-'));
after(() => rmSync(root, { recursive: true }));
const team = path.join(root, 'team');
const source = (name: string) => `---\nname: ${name}\n---\n# Report {{incident.id}}\n`;
mkdirSync(path.join(team, 'templates'), { recursive: true });
mkdirSync(path.join(root, 'team-other'));
writeFileSync(path.join(team, 'templates', 'ours.md'), source('ours'));
writeFileSync(path.join(root, 'team-other', 'secret.md'), source('secret'));

const names = (places: string[]) => teamTemplates(places, team).map(({ name }) => name);
const refused = (error: unknown) => error instanceof HindcastError && error.code === 'config.outside';

test('templates in the folder of the config are loaded, by a link in it too', () => {
  symlinkSync(path.join(team, 'templates', 'ours.md'), path.join(team, 'again.md'));
  assert.deepEqual(names(['templates', './again.md', path.join(team, 'templates')]), ['ours', 'ours', 'ours']);
});

test('a config cannot have templates read outside of its folder', () => {
  for (const place of ['..', '../team-other', '../team-other/secret.md', path.join(root, 'team-other'), '../nowhere'])
    assert.throws(() => names([place]), refused, place);
});

test('a config cannot have templates read outside of its folder by a link', () => {
  symlinkSync(path.join(root, 'team-other'), path.join(team, 'linked'));
  assert.throws(() => names(['linked']), refused);
  const inside = path.join(team, 'inside');
  mkdirSync(inside);
  symlinkSync(path.join(root, 'team-other', 'secret.md'), path.join(inside, 'a.md'));
  assert.throws(() => names(['inside']), refused);
  const blank = path.join(team, 'blank');
  mkdirSync(blank);
  writeFileSync(path.join(blank, 'b.md'), source('b'));
  symlinkSync(path.join(root, 'team-other', 'secret.md'), path.join(blank, 'b.blank.md'));
  assert.throws(() => names(['blank']), refused);
});

test('a place of templates that is not there is called that', () => {
  const missing = (error: unknown) => error instanceof HindcastError && error.code === 'config.no-template';
  assert.throws(() => names(['nowhere']), missing);
});
