import assert from 'node:assert/strict';
import { test } from 'node:test';
import yauzl from 'yauzl';
import { renderDocx } from './docx.ts';
import { outage } from './sample.fixture.ts';

/** The parts of a Word file by name. */
async function parts(bytes: Uint8Array): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes));
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    found.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
  }
  return found;
}

const document = (await parts(await renderDocx(outage))).get('word/document.xml') ?? '';
const words = document.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

/** Names of elements that are not closed in order; a small check that the XML is well formed. */
function unclosed(xml: string): string[] {
  const open: string[] = [];
  for (const [, close, name, rest = ''] of xml.matchAll(/<(\/?)([\w:]+)([^>]*)>/g)) {
    if (close === '/') assert.equal(open.pop(), name);
    else if (!rest.endsWith('/') && name !== undefined) open.push(name);
  }
  return open;
}

test('every part is well formed, and the words of the document are in it', async () => {
  const hostile = await renderDocx({
    ...outage,
    title: '<&"\u0007\u202E',
    markdown: '# <b>&"\u0000\n\n[a](https://x.test/"<&) \uD800 🚨 数据',
  });
  for (const [name, xml] of await parts(hostile)) if (/xml|rels/.test(name)) assert.deepEqual(unclosed(xml), [], name);
  for (const each of [
    'First alert &amp; &lt;more&gt;',
    'third',
    'SELECT 2;',
    '1h 37m',
    '3h 45m (differs)',
    'Names a person.',
    '☑ done',
  ])
    assert.ok(words.includes(each), `${each} in ${words}`);
});

test('headings are headings and skip no level', () => {
  assert.match(document, /<w:pStyle w:val="Heading1"\/>/);
  assert.match(document, /<w:pStyle w:val="Heading2"\/>[^]*?Skipped a level/);
});

test('header rows repeat and no row is split', () => {
  assert.equal(document.match(/<w:tblHeader\/>/g)?.length, 2);
  assert.equal(document.match(/<w:cantSplit\/>/g)?.length, document.match(/<w:tr>/g)?.length);
});

test('numbered lists keep their start; only safe addresses become links', async () => {
  const all = await parts(await renderDocx(outage));
  assert.match(all.get('word/numbering.xml') ?? '', /<w:start w:val="3"\/>/);
  const links = all.get('word/_rels/document.xml.rels') ?? '';
  assert.match(links, /Target="https:\/\/x\.test\/d\?a=1&amp;b=2"/);
  assert.doesNotMatch(links, /javascript/);
});

test('pages are A4, and Letter when asked', async () => {
  const letter = (await parts(await renderDocx({ ...outage, paper: 'letter' }))).get('word/document.xml') ?? '';
  assert.match(document, /<w:pgSz w:w="11906" w:h="16838"/);
  assert.match(letter, /<w:pgSz w:w="12240" w:h="15840"/);
});
