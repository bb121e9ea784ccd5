import assert from 'node:assert/strict';
import { test } from 'node:test';
import { webViolationsIn } from './web-boundary.ts';

const messages = (source: string) =>
  webViolationsIn('web/screens/home/index.tsx', source).map(({ message }) => message);

test('the app imports its own files, its packages, folders that run in the browser, and types of all others', () => {
  const source = `import { a } from '../../parts/a.tsx';
import { useState } from 'react';
import { EditorView } from '@codemirror/view';
import { computeFigures } from '../../../src/figures/index.ts';
import type { Shown } from '../../../src/operations/incident/show.ts';
`;
  assert.deepEqual(messages(source), []);
});

test('code of the server, other packages and other folders are forbidden', () => {
  assert.match(messages(`import { x } from '../../../src/store/database.ts';`)[0] ?? '', /types only/);
  assert.match(messages(`import pg from 'pg';`)[0] ?? '', /package pg/);
  assert.match(messages(`import { y } from '../../../scripts/steps.ts';`)[0] ?? '', /outside/);
});
