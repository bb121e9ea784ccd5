import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { makeHeld, openPlaces, readTaxonomy, similar, Taxonomy } from '../../search/index.ts';
import { builtinTemplates } from '../../templates/index.ts';
import { readRecord } from '../document/read-record.ts';
import { alike } from './alike.fixture.ts';
import { searchedIncident } from './searched-incident.ts';
import { searchTexts } from './texts.ts';

const corpus = fileURLToPath(new URL('../../../../shared/corpus/A/', import.meta.url));
const skip = existsSync(corpus) ? false : 'skipped: no corpus';
/** Of the documents that are alike, three or five at most count as possible: some have fewer. The weights were chosen on these labels. */
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

test('incidents about the same trouble are found among those of a dozen organisations', { skip }, (t) => {
  const endings = /(?:\.html)?\.(?:md\.erb|mdx|md|qmd)$/;
  const files = globSync('**/*.{md,qmd,mdx,erb}', { cwd: corpus }).filter(
    (file) => !/index\.|template|README/i.test(file),
  );
  const names = files.map((file) => file.split(path.sep).join('/').replace(endings, ''));
  const terms = readTaxonomy(Taxonomy.parse({}));
  const held = makeHeld();
  const templates = builtinTemplates();
  const incidents = files.map((file, number) => {
    const { record } = readRecord(readFileSync(path.join(corpus, file), 'utf8'), { templates, fileName: file });
    const given = searchTexts(record);
    const row = { ...given, number: String(number), seq: '0', occurred: given.day ?? '2020-01-01' };
    return searchedIncident({ ...row, status: 'draft', severity: null, template: 'general' }, terms);
  });
  for (const incident of incidents) held.put(incident);
  const { open } = openPlaces(held, { hidden: [] });
  let [asked, right, shown, found, possible, none] = [0, 0, 0, 0, 0, 0];
  for (const name of new Set(Object.values(alike).flat())) {
    const subject = incidents[names.indexOf(name)];
    assert.ok(subject, `no document ${name}`);
    const kin = new Set(
      Object.values(alike)
        .filter((list) => list.includes(name))
        .flat(),
    );
    kin.delete(name);
    const answer = similar(held, subject, open, 5).map(({ number }) => names[number] ?? '');
    const hits = (most: number) => answer.slice(0, most).filter((one) => kin.has(one)).length;
    asked += 1;
    right += hits(3);
    shown += Math.min(3, kin.size);
    found += hits(5);
    possible += Math.min(5, kin.size);
    if (hits(5) === 0) none += 1;
  }
  const [precision, recall] = [share(right, shown), share(found, possible)];
  t.diagnostic(
    `${asked} asked: precision at 3 ${precision.toFixed(2)}, recall at 5 ${recall.toFixed(2)}, without any ${none}`,
  );
  assert.ok(precision >= 0.66, `precision at 3: ${precision.toFixed(2)}`);
  assert.ok(recall >= 0.63, `recall at 5: ${recall.toFixed(2)}`);
});
