import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from './blocks.ts';
import { markdownTree } from './tree.ts';
import { type BlockNode, inlineText } from './tree-nodes.ts';

const first = (source: string): BlockNode | undefined => markdownTree(source)[0];

test('a table is found with CRLF, trailing blanks on its delimiter row, blank cells and a byte order mark', () => {
  const table = first('\uFEFF| a | b |\r\n|---|:-:| \r\n| | x\\|y |\r\n| `p\\|q` | 2 | 3 |\r\n');
  assert.equal(table?.type, 'table');
  if (table?.type !== 'table') return;
  assert.deepEqual(table.align, ['', 'center']);
  assert.deepEqual(
    table.rows.map((row) => row.map(inlineText)),
    [
      ['', 'x|y'],
      ['p|q', '2', '3'],
    ],
  );
  assert.equal(table.header.length, 3);
});

test('lines that start with bold labels become facts', () => {
  const facts = first('**Severity**: High\n**Duration:** 2 h **long**\n');
  assert.deepEqual(facts, {
    type: 'facts',
    facts: [
      { label: 'Severity', value: [{ type: 'text', text: 'High' }] },
      {
        label: 'Duration',
        value: [
          { type: 'text', text: '2 h ' },
          { type: 'strong', children: [{ type: 'text', text: 'long' }] },
        ],
      },
    ],
  });
});

test('soft line ends are blanks, hard ones and <br> are breaks', () => {
  assert.deepEqual(first('a\n  b  \nc<br/>d'), {
    type: 'paragraph',
    children: [
      { type: 'text', text: 'a b' },
      { type: 'break' },
      { type: 'text', text: 'c' },
      { type: 'break' },
      { type: 'text', text: 'd' },
    ],
  });
});

test('links resolve by address, reference and bare form; brackets without address stay words', () => {
  const urls = (source: string) => JSON.stringify(first(source)).match(/"url":"[^"]*"/g);
  assert.deepEqual(urls('[a](<b c> "t")'), ['"url":"b c"']);
  assert.deepEqual(urls('[https://a.org](https://b.org)'), ['"url":"https://b.org"']);
  assert.deepEqual(urls('[A]\n\n[a]: /x'), ['"url":"/x"']);
  assert.deepEqual(urls('see https://x.org/a_b. and me@x.org'), [
    '"url":"https://x.org/a_b"',
    '"url":"mailto:me@x.org"',
  ]);
  assert.deepEqual(first('[hint] ![y][z]'), {
    type: 'paragraph',
    children: [{ type: 'text', text: '[hint] ![y][z]' }],
  });
});

test('HTML is text, entities and escapes are decoded, comments are left out', () => {
  assert.deepEqual(first('<b>x</b> &amp; &#65; \\* &nope; <!-- no -->'), {
    type: 'paragraph',
    children: [
      { type: 'html', text: '<b>' },
      { type: 'text', text: 'x' },
      { type: 'html', text: '</b>' },
      { type: 'text', text: ' & A * &nope; ' },
    ],
  });
  assert.deepEqual(markdownTree('<!-- all -->\n\n<div>\nx\n</div>'), [{ type: 'html', text: '<div>\nx\n</div>' }]);
});

test('tasks keep their tick, ordered lists their start, code its lines', () => {
  const list = first('3. [x] done\n4. [ ] open\n\n   ```sh\n   ls\n\n   pwd\n   ```\n');
  assert.ok(list?.type === 'list' && list.ordered && list.start === 3);
  if (list?.type !== 'list') return;
  assert.deepEqual(
    list.items.map((item) => item.checked),
    [true, false],
  );
  assert.deepEqual(list.items[1]?.children[1], { type: 'fence', info: 'sh', text: 'ls\n\npwd' });
});

test('front matter is a fence', () => {
  assert.deepEqual(markdownTree('---\ntitle: x\n---\n# H'), [
    { type: 'fence', info: 'yaml', text: 'title: x' },
    { type: 'heading', level: 1, children: [{ type: 'text', text: 'H' }] },
  ]);
});

test('what is front matter for reading is front matter for showing, and nothing else', () => {
  for (const source of [
    '---\n\nIt broke at 10:20.\n\n---\n\n# Outage\n',
    '\uFEFF---\r\ntitle: Outage\r\n---\r\n\r\nIt broke.\r\n',
  ]) {
    const isRead = parseMarkdown(source).frontMatter !== undefined;
    assert.equal(markdownTree(source)[0]?.type === 'fence', isRead, source);
  }
});
