import { test } from 'node:test';
import { furnished } from './furnished.ts';
import { screenTests, shownHere } from './sweep.ts';
import { wideChecks } from './wide.ts';

// The sweep that takes longest is two files: they run side by side.
const half = shownHere.slice(0, Math.ceil(shownHere.length / 2));
const tests = screenTests(await furnished(), { width: 1280, height: 800 }, wideChecks, half);
for (const [name, options, run] of tests) test(name, options, run);
