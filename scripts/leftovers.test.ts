import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unusedClasses } from './unused-classes.ts';
import { unusedWords } from './unused-words.ts';

const words = { home: { title: 'Home', parts: { one: '1', two: '2' } }, shell: { menu: 'Menu' } };

test('a word that nothing reads is named', () => {
  const left = (source: string) => unusedWords(words, [source]);
  assert.deepEqual(left(''), ['home.title', 'home.parts.one', 'home.parts.two', 'shell.menu']);
  assert.deepEqual(left('x(words.home.title, words.shell.menu)'), ['home.parts.one', 'home.parts.two']);
});

test('words are followed through names and parts', () => {
  const sources = [
    'const own = words.home.parts;\nshow(own.one);',
    'const { title: text, parts } =\n  words.home;\nshow(text, parts.two);',
    'const { shell } = words;\nconst { menu } = shell;\nshow(menu);',
  ];
  assert.deepEqual(unusedWords(words, sources), []);
  assert.deepEqual(unusedWords(words, ['const { title } = words.home;\nshow(words.home.parts[name]);']), [
    'home.title',
    'shell.menu',
  ]);
});

test('texts in a row, and what a text is asked, are read as one', () => {
  const rows = { list: { heads: ['a', 'b'], note: 'n' } };
  assert.deepEqual(unusedWords(rows, ["show([...words.list.heads, words.list.note.length].join(','))"]), []);
});

test('a class that nothing reads is named, unless names are put together', () => {
  const sheets = new Map([['web/a/b.module.css', '/* .no */ .one { gap: 1.5px } .two:hover, td.three { color: red }']]);
  const left = (source: string) =>
    unusedClasses(sheets, new Map([['web/a/c.tsx', `import style from './b.module.css';\n${source}`]]));
  assert.deepEqual(left('x(style.one, style.three)'), ['web/a/b.module.css: .two']);
  assert.deepEqual(left('x(style[tone])'), []);
  assert.deepEqual(unusedClasses(sheets, new Map()).length, 3);
});
