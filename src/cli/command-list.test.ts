import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { storedOperations } from '../operations/stored.ts';
import { findOperationCommand } from './client/operation-commands.ts';
import { commands } from './command-list.ts';
import { packageFolder } from './package-folder.ts';

const page = (name: string) => readFileSync(path.join(packageFolder, 'docs', name), 'utf8');

test('docs/cli.md names every command, and no other', () => {
  const rows = page('cli.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const known = commands.map(({ name }) => name);
  const words = rows.flatMap((row) =>
    [...(row.split(/(?<!\\)\|/)[1] ?? '').matchAll(/`([a-z][^`]*)`/g)].map((match) => match[1] ?? ''),
  );
  const named = words.map(
    (text) =>
      known.filter((name) => text === name || text.startsWith(`${name} `)).toSorted((a, b) => b.length - a.length)[0],
  );
  assert.deepEqual(
    words.filter((_text, index) => named[index] === undefined),
    [],
  );
  assert.deepEqual(named.toSorted(), known.toSorted());
});

test('every command has an example that begins with its name, and no two have the same', () => {
  for (const { name, examples } of commands)
    for (const { line } of examples) assert.ok(`${line} `.startsWith(`${name} `) || name === 'call', line);
  const names = commands.map(({ name }) => name);
  assert.deepEqual(names, [...new Set(names)]);
});

test('every operation has a command, by its own name and by words', () => {
  for (const { name } of storedOperations) {
    const called = findOperationCommand(['call', name]);
    assert.ok(called !== undefined, name);
    assert.equal(findOperationCommand(called.command.name.split(' '))?.command.name, called.command.name);
  }
});

test('every setting of the environment that the code reads stands in docs/operating.md', () => {
  const files = ['src/cli/server/settings.ts', 'src/http/access-settings.ts'];
  const source = files.map((file) => readFileSync(path.join(packageFolder, file), 'utf8')).join('\n');
  const settings = new Set(source.match(/\b(?:PORT|DATABASE_URL|HINDCAST_[A-Z_]+[A-Z])\b/g));
  assert.ok(settings.size >= 6);
  for (const name of settings) assert.match(page('operating.md'), new RegExp(`\`${name}\``));
});
