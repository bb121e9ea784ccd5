import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Block, parseMarkdown, type Table } from './blocks.ts';

const types = (source: string) => parseMarkdown(source).blocks.map((block) => block.type);
const cut = (source: string, span: { from: number; to: number }) => {
  const { view } = parseMarkdown(source);
  return source.slice(view.toSource(span.from), view.toSource(span.to, true));
};

test('a table is a table with CRLF, with trailing blanks on its delimiter row, and after a BOM', () => {
  const plain = '| a | b |\n|---|---|\n| 1 | 2 |\n';
  assert.deepEqual(types(plain), ['table']);
  assert.deepEqual(types(plain.replaceAll('\n', '\r\n')), ['table']);
  assert.deepEqual(types(plain.replace('|---|---|', '|---|---|  ')), ['table']);
  assert.deepEqual(types('\uFEFF# head\n'), ['heading']);
});

test('cells keep their place in the source through CRLF and blank cells', () => {
  const source = '\uFEFF| a | b | c |\r\n|---|---|---| \r\n| x \\| y | | `p` |\r\n';
  const table = parseMarkdown(source).blocks[0] as Table;
  assert.deepEqual(
    table.rows[0]?.cells.map((cell) => cut(source, cell)),
    ['x \\| y', '', '`p`'],
  );
});

test('front matter is set apart and a leading rule is none', () => {
  const doc = parseMarkdown('---\ntitle: x\n---\n\n# Head\n');
  assert.equal(doc.frontMatter?.text, 'title: x\n');
  assert.deepEqual(
    doc.blocks.map((block) => block.type),
    ['heading'],
  );
  assert.equal(parseMarkdown('---\n\nSome words here\n\n---\n').frontMatter, undefined);
});

test('a checkbox, its tick and the content behind it are found', () => {
  const list = parseMarkdown('- [x] done\n- [ ] open\n- none\n').blocks[0] as Extract<Block, { type: 'list' }>;
  assert.deepEqual(
    list.items.map((item) => item.checked),
    [true, false, undefined],
  );
});

test('code lines in a list come without the indent of the list', () => {
  const source = '- step\n  ```json\n  {\n    "a": 1\n  }\n  ```\n';
  const list = parseMarkdown(source).blocks[0] as Extract<Block, { type: 'list' }>;
  const fence = list.items[0]?.blocks[1] as Extract<Block, { type: 'fence' }>;
  assert.equal(fence.info, 'json');
  assert.deepEqual(
    fence.lines.map((line) => source.slice(line.from, line.to)),
    ['{', '  "a": 1', '}'],
  );
});

test('offsets map into the source for any mix of line ends', () => {
  const piece = fc.constantFrom('a', '|', '\r\n', '\n', '\r', '|--| ', '# h', '\uFEFF', '- x');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const source = pieces.join('');
      const { view } = parseMarkdown(source);
      for (let at = 0; at < view.text.length; at++) {
        const char = view.text[at];
        const original = source[view.toSource(at)];
        if (char !== '\n' && char !== ' ') assert.equal(original, char);
      }
    }),
  );
});

test('deep nesting, long lines and huge tables are read in linear time', () => {
  const hostile = [
    '>'.repeat(500_000),
    '- '.repeat(100_000),
    'a|b '.repeat(500_000),
    `${'|'.repeat(50_000)}\n${'|-'.repeat(50_000)}\n`,
  ];
  for (const source of hostile) {
    const start = performance.now();
    parseMarkdown(source);
    assert.ok(performance.now() - start < 1500);
  }
});
