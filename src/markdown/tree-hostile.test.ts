import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdownTree } from './tree.ts';

function jsonDepth(json: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of json.replace(/"(?:[^"\\]|\\.)*"/g, '')) {
    if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth);
    if (character === ']' || character === '}') depth--;
  }
  return deepest;
}

const nested = Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}- ${depth} | a |`).join('\n');
const deep: Record<string, string> = {
  quotes: '> '.repeat(5000) + 'x',
  'list markers': '- '.repeat(5000) + 'x',
  numbers: '1. '.repeat(5000) + 'x',
  'nested list': nested,
  emphasis: '*a **b '.repeat(900) + 'x' + '** c* '.repeat(900),
  brackets: '['.repeat(3000) + 'x' + ']'.repeat(3000) + '(y)',
  images: '![a'.repeat(900) + '](b)'.repeat(900),
};

for (const [name, source] of Object.entries(deep)) {
  test(`deep ${name} keep their words and a bounded depth`, () => {
    const json = JSON.stringify(markdownTree(source));
    assert.ok(jsonDepth(json) < 110, String(jsonDepth(json)));
    assert.match(json, /x|59/);
  });
}

const million = 1_000_000;
const lines: Record<string, string> = {
  words: 'word '.repeat(million / 5),
  letters: 'a'.repeat(million),
  'angle brackets': '<'.repeat(million),
  'open comments': '<!--'.repeat(million / 4),
  stars: '*a'.repeat(million / 2),
  ticks: Array.from({ length: 1400 }, (_, index) => '`'.repeat(index + 1)).join(' '),
  brackets: '[a]('.repeat(million / 4),
  blanks: `a|b\n${' '.repeat(million)}x`,
  pipes: `${'|a'.repeat(million / 4)}|\n${'|-'.repeat(million / 4)}|\n${'|b'.repeat(million / 4)}|`,
  addresses: 'http://a.b/)'.repeat(million / 12),
  paragraphs: `a${'<!--*['.repeat(600)}\n\n`.repeat(280),
  'short rows': `|a${'|b'.repeat(60)}|\n|${'-|'.repeat(61)}\n${'|\n'.repeat(million / 4)}`,
};

for (const [name, source] of Object.entries(lines)) {
  test(`a megabyte of ${name} is read within seconds`, () => {
    const start = performance.now();
    markdownTree(source);
    assert.ok(performance.now() - start < 5000, `${Math.round(performance.now() - start)} ms`);
  });
}
