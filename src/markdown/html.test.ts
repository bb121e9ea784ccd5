import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderBlocks } from './html.ts';
import { safeLink } from './link.ts';
import { markdownTree } from './tree.ts';

const html = (source: string): string => renderBlocks(markdownTree(source));

test('raw HTML, in blocks and in lines, is shown as text', () => {
  assert.equal(html('<script>alert(1)</script>'), '<p class="markup">&lt;script&gt;alert(1)&lt;/script&gt;</p>');
  assert.match(
    html('a <img src=x onerror=alert(1)>'),
    /<span class="markup">&lt;img src=x onerror=alert\(1\)&gt;<\/span>/,
  );
});

test('only addresses that a reader can trust become links', () => {
  const good = [
    'https://x.org',
    'HTTP://x.org',
    'mailto:a@x.org',
    '#part',
    'a/b.md',
    '/a?b=c:d',
    '../x#y:z',
    '//x.org/a',
  ];
  for (const url of good) assert.notEqual(safeLink(url), undefined, url);
  const bad = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'vbscript:x',
    'file:///etc',
    'data:text/html,x',
    'data:image/svg+xml,<svg/>',
    'javascript&colon;alert(1)',
    ' javascript :x',
    'blob:x',
    'a\u202Eb',
    'x:y',
    '',
    'view-source:x',
    'java\u200Bscript:alert(1)',
    'http&colon;//x',
  ];
  for (const url of bad) assert.equal(safeLink(url), undefined, JSON.stringify(url));
});

test('a refused address stays readable', () => {
  assert.equal(html('[x](javascript:alert)'), '<p>x <span class="refused">(javascript:alert)</span></p>');
});

test('pictures load nothing: remote ones are links, raster data is shown', () => {
  assert.match(
    html('![graph](https://x.org/a.png)'),
    /<a href="https:\/\/x.org\/a.png" rel="noopener noreferrer"><span class="picture">Image: graph<\/span><\/a>/,
  );
  assert.match(html('![g](data:image/png;base64,AAAA)'), /<img src="data:image\/png;base64,AAAA" alt="g">/);
  assert.doesNotMatch(html('![g](data:image/svg+xml;base64,AAAA)'), /<img|<a/);
});

test('heading ids are prefixed and unique, links to them follow', () => {
  const headings = html('# Root cause\n# Root cause\n# \\_\\_proto__\n# 🔍\n# root cause 2');
  assert.deepEqual(
    [...headings.matchAll(/id="([^"]*)"/g)].map(([, id]) => id),
    ['doc-root-cause', 'doc-root-cause-2', 'doc-proto', 'doc-section', 'doc-root-cause-2-2'],
  );
  assert.match(html('# A b\n[x](#a-b)'), /<h1 id="doc-a-b">A b<\/h1>\n<p><a href="#doc-a-b"/);
});

test('short rows are filled, alignment is kept', () => {
  assert.match(html('| a | b | c |\n|--:|---|---|\n| 1 |\n'), /<td class="right tight">1<\/td><td colspan="2"><\/td>/);
});

test('characters that hide or re-order text are named', () => {
  assert.equal(html('a\u202Eb\u0007'), '<p>a[U+202E]b[U+0007]</p>');
});
