import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

type Chunk = { file: string; imports?: string[] };

const dist = path.resolve(import.meta.dirname, '../../web/dist');
const manifest = JSON.parse(readFileSync(path.join(dist, 'manifest.json'), 'utf8')) as Record<string, Chunk>;

/** A chunk and everything that it needs to start. */
function needs(name: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  assert.ok(chunk !== undefined, `${name} is not in the build`);
  if (found.has(name)) return found;
  found.add(name);
  for (const imported of chunk.imports ?? []) needs(imported, found);
  return found;
}

/** Kilobytes as they are sent, compressed with gzip. */
const kilobytes = (names: Iterable<string>): number =>
  [...names].reduce((sum, name) => sum + statSync(path.join(dist, `${manifest[name]?.file}.gz`)).size, 0) / 1000;

const shell = needs('main.tsx');

test('the app shell stays within 120 kB of scripts', () => {
  assert.ok(kilobytes(shell) <= 120, `${kilobytes(shell).toFixed(1)} kB`);
});

test('the editor adds no more than 150 kB to a document', () => {
  const document = needs('screens/document/index.tsx');
  const editor = [...needs('editors/prose/writing/editor.tsx')].filter(
    (name) => !shell.has(name) && !document.has(name),
  );
  assert.ok(editor.length > 0 && kilobytes(editor) <= 150, `${kilobytes(editor).toFixed(1)} kB`);
});

test('the editor of a template adds no more than 150 kB to the list of them', () => {
  const list = needs('screens/templates/index.tsx');
  const editor = [...needs('editors/source/source-editor.tsx')].filter((name) => !shell.has(name) && !list.has(name));
  assert.ok(editor.length > 0 && kilobytes(editor) <= 150, `${kilobytes(editor).toFixed(1)} kB`);
});

const ofScreens = Object.keys(manifest).filter((each) => each.startsWith('screens/'));
const isScreen = (name: string) => name.endsWith('/index.tsx');

test('no screen adds more than 100 kB to the shell', () => {
  for (const name of ofScreens.filter(isScreen)) {
    const own = [...needs(name)].filter((each) => !shell.has(each));
    assert.ok(kilobytes(own) <= 100, `${name}: ${kilobytes(own).toFixed(1)} kB`);
  }
});

test('what a screen loads when it is asked for adds no more than 10 kB to it', () => {
  for (const name of ofScreens.filter((each) => !isScreen(each))) {
    const screen = needs(`${name.split('/').slice(0, 2).join('/')}/index.tsx`);
    const own = [...needs(name)].filter((each) => !shell.has(each) && !screen.has(each));
    assert.ok(kilobytes(own) <= 10, `${name}: ${kilobytes(own).toFixed(1)} kB`);
  }
});
