import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fontCoverage } from './font-coverage.ts';
import { pdfInputs } from './pdf-data.ts';
import { typesetPdf } from './pdf-process.ts';
import { renderPdf } from './pdf.ts';
import { outage } from './sample.fixture.ts';

const hasPdftotext = spawnSync('pdftotext', ['-v']).error === undefined;
const skip = hasPdftotext ? false : 'skipped: no pdftotext (package poppler-utils)';

const words = (pdf: Uint8Array): string =>
  execFileSync('pdftotext', ['-layout', '-', '-'], {
    input: pdf,
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 1 << 26,
  })
    .toString()
    .replaceAll('\u200B', '');

test('the PDF is tagged, marked PDF/UA-1, and the same bytes twice', async () => {
  const pdf = await renderPdf(outage);
  const text = Buffer.from(pdf).toString('latin1');
  assert.match(text, /^%PDF-1\.7/);
  assert.match(text, /\/MarkInfo/);
  assert.match(text, /pdfuaid:part/);
  assert.deepEqual(await renderPdf(structuredClone(outage)), pdf);
  const { date: _, ...undated } = outage;
  assert.deepEqual(await renderPdf(undated), await renderPdf(undated));
});

test('every word of the document, its figures and findings is in the text of the PDF', { skip }, async () => {
  const text = words(await renderPdf(outage));
  const wanted = [
    'Skipped a level',
    'SELECT *',
    'dashboard',
    'First alert & <more>',
    '3. third',
    'Learned from systems',
    'SELECT 2;',
  ];
  for (const each of [
    ...wanted,
    '<details>raw</details>',
    '1h 37m',
    'stated: 3h 45m (differs)',
    'Onset missing.',
    'Names a person.',
    '1/1',
  ])
    assert.ok(text.includes(each), `${each} in\n${text}`);
});

test('no row of a long table is lost, and its header is repeated on every page', { skip }, async () => {
  const row = (index: number) =>
    `| 14:${index} | row-${index} ${index % 7 === 0 ? 'long '.repeat(200) : ''} | ${'x'.repeat(90)} |`;
  const markdown = `| Time | Eventhead | Key |\n|---|---|---|\n${Array.from({ length: 300 }, (_, index) => row(index)).join('\n')}`;
  const text = words(await renderPdf({ ...outage, markdown }));
  for (let index = 0; index < 300; index++) assert.match(text, new RegExp(`row-${index}\\b`));
  assert.ok((text.match(/Eventhead/g)?.length ?? 0) > 5);
});

test(
  'a row higher than a page breaks instead of vanishing, and a very wide table is printed row by row',
  { skip },
  async () => {
    const tall = `| a | b |\n|---|---|\n| x | ${'tall<br>'.repeat(150)}bottom |`;
    assert.match(words(await renderPdf({ ...outage, markdown: tall })), /bottom/);
    const names = Array.from({ length: 20 }, (_, index) => `column${index}`);
    const wide = `|${names.join('|')}|\n|${'-|'.repeat(20)}\n|${names.map((name) => `of-${name}`).join('|')}|`;
    const text = words(await renderPdf({ ...outage, markdown: wide }));
    for (const name of names) assert.match(text, new RegExp(`${name}\\s+of-${name}\\b`));
  },
);

test('text is never typst source, and characters without a glyph are named', { skip }, async () => {
  const hostile =
    '#panic("x") $x$ #read("/etc/passwd") <label> @ref \\u{41} "]) #eval("1") 한 مرحبا ☐✓✗ \u0000 \u202Eabc \u{1F468}\u200D\u{1F469} \uFFFD \uD800';
  const input = {
    ...outage,
    title: hostile,
    markdown: `# ${hostile}\n\n\`${hostile}\`\n\n| ${hostile} |\n|---|\n| ${hostile} |`,
  };
  const text = words(await renderPdf(input));
  for (const each of ['#panic("x") $x$', '#read("/etc/passwd")', '[U+D55C]', '[U+202E]abc', '□✔✖'])
    assert.ok(text.includes(each), each);
});

test("every symbol that is counted as typst's own can be set", async () => {
  // Without any font of its own, only typst's are left.
  const covered = fontCoverage([]);
  const codes = Array.from({ length: 0x10000 }, (_, code) => code).filter(covered);
  assert.ok(codes.length > 300);
  const all = Map.groupBy(codes, (code) => code >> 7)
    .values()
    .map((row) => String.fromCodePoint(...row))
    .toArray();
  const pdf = await renderPdf({
    ...outage,
    markdown: `${all.join('\n\n')}\n\n**${all.join(' ')}**\n\n*${all.join(' ')}*\n\n***${all.join(' ')}***\n\n\`${all.join(' ')}\``,
  });
  assert.ok(pdf.length > 1000);
});

test('deep nesting, empty blocks and a document of nothing can be set', async () => {
  const list = Array.from(
    { length: 40 },
    (_, depth) => `${'  '.repeat(depth)}${depth % 2 === 0 ? '-' : '1.'} ***~~a ${depth}~~***`,
  ).join('\n');
  const mixed = Array.from(
    { length: 12 },
    (_, depth) =>
      `${'  '.repeat(depth)}- x\n${'  '.repeat(depth)}  > q\n${'  '.repeat(depth)}  >\n${'  '.repeat(depth)}  > | t |\n${'  '.repeat(depth)}  > |---|\n`,
  );
  const empty = '-\n-\n\n1.\n\n> \n\n#\n\n## \u200B\n\n| |\n|-|\n| |\n\n```\n```\n\n**a**:\n**b**:\n';
  for (const markdown of [
    `${'> '.repeat(100)}x`,
    list,
    mixed.join(''),
    `${'> - '.repeat(9)}x`,
    `${'- '.repeat(19)}x`,
    empty,
    '',
    '<div>\n</div>',
  ])
    assert.ok((await renderPdf({ ...outage, title: '\u200B', markdown })).length > 1000, markdown);
});

test('a document that takes too long is stopped, and the next one is set', async () => {
  await assert.rejects(
    typesetPdf(pdfInputs({ ...outage, markdown: 'word '.repeat(200_000) }), 50),
    /took longer than 0.05 s/,
  );
  assert.ok((await renderPdf(outage)).length > 1000);
});

test('many documents at once are set one after the other', async () => {
  const pdfs = await Promise.all(
    Array.from({ length: 5 }, (_, index) => renderPdf({ ...outage, title: `t${index}`, markdown: `x${index}` })),
  );
  assert.equal(new Set(pdfs.map((pdf) => Buffer.from(pdf).toString('base64'))).size, 5);
});
