import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderHtml } from './html.ts';
import { outage } from './sample.fixture.ts';

const html = renderHtml(outage);

test('figures carry their value, their source, and what the document states', () => {
  assert.match(
    html,
    /Time to resolve<\/span><b>1h 37m<\/b><\/div><p>detected 14:23 → resolved 16:00<\/p><p class="differs">stated: 3h 45m ✕ differs/,
  );
  assert.match(html, /<b>\$37,500<\/b><\/div><p>sum of 4 cost lines/);
  assert.match(
    html,
    /<div class="figure unknown"><div><span>Time to detect<\/span><b>unknown<\/b><\/div><p>Onset missing\./,
  );
});

test('findings stand worst first, each with its word, place, message and remedy', () => {
  assert.match(
    html,
    /<b>Error<\/b> <small>contradiction\.duration · line 14<\/small>[^]*→ Correct it\.[^]*<b>Warning<\/b>/,
  );
});

test('the file is self-contained: no script, and nothing is loaded', () => {
  assert.doesNotMatch(html, /<script|<link|@import|url\(|srcset|\son[a-z]+=/);
  assert.match(html, /default-src 'none'; style-src 'sha256-[\w+/=]+'; img-src data:/);
});

test('a document without a heading of its own gets its title; the margin can be left out', () => {
  assert.match(renderHtml({ ...outage, markdown: 'x', title: ' A\n<b> ' }), /<h1 id="doc-a-b">A &lt;b&gt;<\/h1>/);
  assert.doesNotMatch(renderHtml({ ...outage, margin: false }), /<aside/);
});

test('a record without figures or findings says so', () => {
  const empty = renderHtml({ title: '', markdown: '', record: {}, figures: {}, findings: [] });
  assert.match(empty, /No figures were computed[^]*No contradiction or gap was found/);
  assert.match(empty, /<title>Post-mortem<\/title>/);
});

test('equal input gives equal bytes', () => assert.equal(renderHtml(structuredClone(outage)), html));
