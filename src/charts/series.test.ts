import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seriesChart, type SeriesPicture } from './series.ts';

const at = Date.parse('2026-03-01T10:00:00Z');
const points = [0, 1, 2, 6, 7].map((minute) => ({ ms: at + minute * 60_000, value: minute }));
const picture: SeriesPicture = {
  title: 'shop <b>',
  fromMs: at,
  toMs: at + 10 * 60_000,
  during: { fromMs: at + 60_000, toMs: at + 5 * 60_000 },
  stepMs: 60_000,
  lanes: [
    { label: 'Error Rate', points, limit: 1, valueText: (value) => `${value} %` },
    { label: 'Latency', points: [], valueText: String },
  ],
  marks: [{ ms: at + 90_000, label: 'I-01 violated' }],
};

test('a line breaks where there are no samples, and a lane without any says so', () => {
  const svg = seriesChart(picture);
  assert.equal([...svg.matchAll(/<path /g)].length, 2);
  assert.match(svg, /no samples/);
  assert.match(svg, /0 % to 7 %/);
});

test('it is told in words to those who do not see it, and nothing in it runs', () => {
  const svg = seriesChart(picture);
  assert.match(
    svg,
    /aria-label="shop &lt;b&gt;\. Incident from 2026-03-01T10:01Z to 2026-03-01T10:05Z\. Error Rate: 0 % to 7 %\./,
  );
  assert.match(svg, /I-01 violated at 2026-03-01T10:01:30Z/);
  assert.ok(!svg.includes('<b>'));
});

test('on paper its colours are fixed, and the same samples give the same bytes', () => {
  const paper = seriesChart(picture, { palette: 'paper' });
  assert.ok(!paper.includes('var('));
  assert.equal(paper, seriesChart({ ...picture }, { palette: 'paper' }));
});
