import type { Figures } from '../record/figure.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { readBands, type Band } from './bands.ts';
import { mainBracket } from './bracket.ts';
import { describeTimeline } from './describe.ts';
import { drawAxis, drawBands, drawBracket, drawFolds, drawMarks, type Pen, text } from './drawing.ts';
import { placeLabels } from './lanes.ts';
import { momentText, type Mark, type Marks, readMarks } from './marks.ts';
import { colours, type Palette } from './palette.ts';
import { timeScale } from './scale.ts';
import { element, escapeXml, textWidth } from './svg.ts';
import { words } from './words.ts';

const width = 768;
const left = 2;
const right = width - 2;
const maxLanes = 8;

/** `palette` paper gives fixed colours for PDF and Word; `font` names the faces to use. */
export type ChartOptions = { palette?: Palette; font?: string };

function wrap(inner: string, height: number, description: string, font: string): string {
  const head = `<title id="timeline-title">Timeline</title><desc id="timeline-desc">${escapeXml(description)}</desc>`;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${Math.round(height)}`,
      width,
      height: Math.round(height),
      role: 'img',
      'aria-labelledby': 'timeline-title timeline-desc',
      'font-family': font,
      'font-size': 11,
    },
    head + inner,
  );
}

/** Milestones under their marks, one line each where they would overlap. */
function drawMilestones(pen: Pen, marks: Mark[]): { svg: string; bottom: number } {
  const wanted = marks.flatMap((mark) => {
    const { milestone, inferred } = mark.event;
    if (milestone === undefined) return [];
    const label = `${words(milestone)}${inferred === true ? ' ?' : ''} ${momentText(mark, marks, pen.offsetMs)}`;
    return [{ item: label, x: pen.scale.x(mark.fromMs), text: label }];
  });
  const placed = placeLabels(wanted, 11, pen.left, pen.right, maxLanes);
  const y = (lane: number) => 100 + lane * 16;
  const stems = placed.map(({ x, lane }) =>
    element('line', { x1: x, x2: x, y1: 80, y2: y(lane) - 9, stroke: pen.ink('muted'), 'stroke-width': 0.7 }),
  );
  const labels = placed.map(({ item, lane, from }) => text(pen, item, from, y(lane), 'ink'));
  const lanes = placed.reduce((most, each) => Math.max(most, each.lane + 1), 0);
  return { svg: [...stems, ...labels].join(''), bottom: 88 + lanes * 16 };
}

/** One line that names what the drawing could not: narrow bands, the zone, events without a time. */
function drawLegend(pen: Pen, legend: Band[], { zone, untimed, marks }: Marks, y: number): string {
  const notes = [`times: ${zone}`];
  if (marks.length > 150) notes.push(`${marks.length} events`);
  if (untimed > 0) notes.push(`${untimed} ${untimed === 1 ? 'event' : 'events'} without a time not shown`);
  const tail = notes.join(' · ');
  const limit = pen.right - textWidth(tail, 11) - 12;
  let x = pen.left;
  const seen = new Set<string>();
  const keys = legend.map((band) => {
    const end = x + 14 + textWidth(band.word, 11);
    if (seen.has(band.word) || end > limit) return '';
    seen.add(band.word);
    const key = element('rect', { x, y: y - 8, width: 9, height: 9, rx: 2, fill: pen.ink(band.ink) });
    const word = text(pen, band.word, x + 14, y, 'muted');
    x = end + 12;
    return key + word;
  });
  return keys.join('') + text(pen, tail, pen.right, y, 'muted', { 'text-anchor': 'end' });
}

/**
 * The timeline of a record as SVG text: phases as bands, events as marks, milestones by name, the main span measured out.
 * 768 units wide, as high as it needs. Pure and deterministic. An empty timeline says what to add.
 */
export function timelineChart(record: PostmortemRecord, figures: Figures, options: ChartOptions = {}): string {
  const font = options.font ?? 'system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, sans-serif';
  const ink = colours(options.palette ?? 'theme');
  const found = readMarks(record);
  const { marks, offsetMs } = found;
  const times = [...new Set(marks.flatMap((mark) => [mark.fromMs, mark.toMs]))].sort((a, b) => a - b);
  const pen: Pen = { ink, scale: timeScale(times, left + 6, right - 6, offsetMs), offsetMs, left, right };
  if (marks.length === 0) {
    const count = record.timeline?.length ?? 0;
    const reason =
      count === 0
        ? 'No timeline yet. Add events with their times.'
        : `None of ${count} events has a time that can be placed. Add dates and times.`;
    const frame = element('rect', {
      x: left,
      y: 12,
      width: right - left,
      height: 40,
      rx: 6,
      fill: 'none',
      stroke: ink('line'),
      'stroke-dasharray': '4 4',
    });
    return wrap(frame + text(pen, reason, width / 2, 36, 'muted', { 'text-anchor': 'middle' }), 64, reason, font);
  }
  const bands = readBands(marks);
  const bracket = mainBracket(figures, marks);
  const drawn = drawBands(pen, bands);
  const base =
    bands.length === 0
      ? element('line', { x1: left, x2: right, y1: 76, y2: 76, stroke: ink('line'), 'stroke-width': 1 })
      : '';
  const labels = drawMilestones(pen, marks);
  const bracketY = labels.bottom + 10;
  const legendY = (bracket === undefined ? labels.bottom : bracketY + 18) + 18;
  const inner = [
    drawAxis(pen, 84),
    drawn.svg,
    drawFolds(pen),
    base,
    drawMarks(pen, found),
    labels.svg,
    bracket === undefined ? '' : drawBracket(pen, bracket, bracketY),
    drawLegend(pen, drawn.legend, found, legendY),
  ];
  return wrap(inner.join(''), legendY + 10, describeTimeline(found, bands, bracket), font);
}
