import { formatAt } from '../values/instant.ts';
import { drawAxis, type Pen, text } from './drawing.ts';
import { placeLabels } from './lanes.ts';
import { colours, type Palette } from './palette.ts';
import { timeScale } from './scale.ts';
import { element, escapeXml, fit } from './svg.ts';

/** One measured thing over time. `limit` is drawn as a line: an objective. */
export type SeriesLane = {
  label: string;
  points: readonly { ms: number; value: number }[];
  limit?: number | undefined;
  valueText: (value: number) => string;
};

/** What is drawn: lanes under one axis, the incident as a band behind them, moments by name. */
export type SeriesPicture = {
  title: string;
  fromMs: number;
  toMs: number;
  during: { fromMs: number; toMs: number };
  /** Time between samples: where it is longer, the line breaks. No samples is not zero. */
  stepMs: number;
  lanes: readonly SeriesLane[];
  marks: readonly { ms: number; label: string }[];
};

const width = 768;
const laneHeight = 64;
const laneGap = 30;
const top = 40;

/** Runs of samples without a gap. */
function runsOf({ points }: SeriesLane, stepMs: number): { ms: number; value: number }[][] {
  const runs: { ms: number; value: number }[][] = [];
  let lastMs = Number.NEGATIVE_INFINITY;
  for (const point of points) {
    if (point.ms - lastMs > stepMs * 1.5) runs.push([]);
    runs.at(-1)?.push(point);
    lastMs = point.ms;
  }
  return runs;
}

/** The values a lane reaches from and to: from zero, unless they all lie close together far from it. */
function reachOf({ points, limit }: SeriesLane): { least: number; most: number } {
  const values = [...points.map(({ value }) => value), ...(limit === undefined ? [] : [limit])];
  const most = values.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY);
  const lowest = values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const least = lowest > 0 && lowest < most * 0.9 ? 0 : lowest;
  return most > least ? { least, most } : { least: Math.min(0, least), most: most > 0 ? most : 1 };
}

function drawLane(pen: Pen, lane: SeriesLane, y: number, stepMs: number): string {
  const base = y + laneHeight;
  const line = element('line', { x1: pen.left, x2: pen.right, y1: base, y2: base, stroke: pen.ink('line') });
  const label = text(pen, lane.label, pen.left, y - 8, 'ink', { 'font-weight': 600 });
  if (lane.points.length === 0) return line + label + text(pen, 'no samples', pen.left + 8, base - 24, 'muted');
  const { least, most } = reachOf(lane);
  const height = (value: number) => base - ((value - least) / (most - least)) * (laneHeight - 4);
  const place = ({ ms, value }: { ms: number; value: number }) =>
    `${pen.scale.x(ms).toFixed(1)} ${height(value).toFixed(1)}`;
  const paths = runsOf(lane, stepMs).map((run) => {
    const [first] = run;
    if (first !== undefined && run.length === 1)
      return element('circle', { cx: pen.scale.x(first.ms), cy: height(first.value), r: 1.5, fill: pen.ink('accent') });
    const d = `M${run.map(place).join('L')}`;
    return element('path', {
      d,
      fill: 'none',
      stroke: pen.ink('accent'),
      'stroke-width': 1.5,
      'stroke-linejoin': 'round',
    });
  });
  const limit =
    lane.limit === undefined
      ? ''
      : element('line', {
          x1: pen.left,
          x2: pen.right,
          y1: height(lane.limit),
          y2: height(lane.limit),
          stroke: pen.ink('muted'),
          'stroke-dasharray': '4 3',
        });
  const reach = `${lane.valueText(least)} to ${lane.valueText(most)}`;
  return line + limit + paths.join('') + label + text(pen, reach, pen.right, y - 8, 'muted', { 'text-anchor': 'end' });
}

/** Moments by name under the lanes, each with a line through them. */
function drawMarks(pen: Pen, { marks }: SeriesPicture, bottom: number): { svg: string; height: number } {
  const wanted = marks.map(({ ms, label }) => {
    const words = fit(`${label} ${formatAt(ms).slice(11)}`, 11, 300);
    return { item: words, x: pen.scale.x(ms), text: words };
  });
  const placed = placeLabels(wanted, 11, pen.left, pen.right, 12);
  const svg = placed.map(({ item, x, lane, from }) => {
    const y = bottom + 16 + lane * 16;
    const stem = { x1: x, x2: x, y1: top - 4, y2: y - 10, stroke: pen.ink('ink'), 'stroke-width': 0.8 };
    return element('line', { ...stem, 'stroke-dasharray': '2 2' }) + text(pen, item, from, y, 'ink');
  });
  const lanes = placed.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
  return { svg: svg.join(''), height: lanes * 16 + 8 };
}

function described({ title, lanes, during, marks }: SeriesPicture): string {
  const told = lanes.map((lane) => {
    if (lane.points.length === 0) return `${lane.label}: no samples.`;
    const { least, most } = reachOf(lane);
    return `${lane.label}: ${lane.valueText(least)} to ${lane.valueText(most)}.`;
  });
  const named = marks.slice(0, 20).map(({ ms, label }) => `${label} at ${formatAt(ms)}.`);
  return [`${title}. Incident from ${formatAt(during.fromMs)} to ${formatAt(during.toMs)}.`, ...told, ...named].join(
    ' ',
  );
}

/** Measured series as SVG text: one lane each under one axis, in UTC. Pure and deterministic. */
export function seriesChart(picture: SeriesPicture, { palette = 'theme' }: { palette?: Palette } = {}): string {
  const ink = colours(palette);
  const { fromMs, toMs, during, lanes, stepMs, title } = picture;
  const pen: Pen = { ink, scale: timeScale([fromMs, toMs], 8, width - 8, 0), offsetMs: 0, left: 2, right: width - 2 };
  const laneTop = (index: number) => top + laneGap + index * (laneHeight + laneGap);
  const bottom = laneTop(lanes.length - 1) + laneHeight;
  const band = element('rect', {
    x: pen.scale.x(during.fromMs),
    y: top - 4,
    width: Math.max(1, pen.scale.x(during.toMs) - pen.scale.x(during.fromMs)),
    height: bottom - top + 4,
    fill: ink('phase-detection'),
    'fill-opacity': 0.16,
  });
  const marks = drawMarks(pen, picture, bottom);
  const height = bottom + marks.height + 8;
  const parts = [
    element('title', {}, escapeXml(title)),
    palette === 'paper' ? element('rect', { width, height, fill: ink('surface') }) : '',
    band,
    drawAxis(pen, bottom),
    ...lanes.map((lane, index) => drawLane(pen, lane, laneTop(index), stepMs)),
    marks.svg,
  ];
  const attributes = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height };
  const named = { role: 'img', 'aria-label': described(picture), 'font-size': 11 };
  const font = { 'font-family': 'system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, sans-serif' };
  return element('svg', { ...attributes, ...named, ...font }, parts.join(''));
}
