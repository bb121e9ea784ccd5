import type { Fold, Scale } from './scale.ts';
import type { Band } from './bands.ts';
import type { Bracket } from './bracket.ts';
import { clockText, dayText, momentText, type Mark, type Marks } from './marks.ts';
import type { Ink } from './palette.ts';
import { formatDuration } from '../values/duration.ts';
import { element, escapeXml, fit, textWidth } from './svg.ts';

/** What every part of the drawing needs. */
export type Pen = { ink: (ink: Ink) => string; scale: Scale; offsetMs: number; left: number; right: number };

const dayMs = 86_400_000;
/** Events beyond this number are drawn as bars of how many there were. */
const mostMarks = 150;

/** Text at a place, 11 units high unless told. */
export function text(
  pen: Pen,
  words: string,
  x: number,
  y: number,
  ink: Ink,
  more: Record<string, string | number> = {},
): string {
  return element('text', { x, y, fill: pen.ink(ink), ...more }, element('tspan', {}, escapeXml(words)));
}

/** The axis: round times above, hairlines down to `bottom`. The day stands at the first tick and wherever it changes. */
export function drawAxis(pen: Pen, bottom: number): string {
  let shownDay = '';
  let freeFrom = pen.left - 20;
  const parts = pen.scale.ticks.map((ms) => {
    const x = pen.scale.x(ms);
    const day = dayText(ms, pen.offsetMs, shownDay === '');
    const words = pen.scale.stepMs >= dayMs ? day : clockText(ms, pen.offsetMs);
    const line = element('line', { x1: x, x2: x, y1: 34, y2: bottom, stroke: pen.ink('line'), 'stroke-width': 1 });
    const width = textWidth(words, 11);
    const from = Math.min(Math.max(x - width / 2, pen.left), pen.right - width);
    if (from < freeFrom) return line;
    freeFrom = from + width + 10;
    const isNew = pen.scale.stepMs < dayMs && day !== shownDay && dayText(ms, pen.offsetMs, true) !== shownDay;
    shownDay = pen.scale.stepMs >= dayMs ? 'shown' : dayText(ms, pen.offsetMs, true);
    return (
      line + text(pen, words, from, 28, 'muted') + (isNew ? text(pen, day, from, 14, 'muted', { 'font-size': 10 }) : '')
    );
  });
  return parts.join('');
}

/** Stretches that are folded away: a gap in whatever lies there, with how long it lasted. Days are enough from two days on. */
export function drawFolds(pen: Pen): string {
  const one = ({ left, right, durationMs }: Fold): string => {
    const unitMs = durationMs >= 2 * dayMs ? dayMs : dayMs / 24;
    const words = `~${formatDuration((Math.round(durationMs / unitMs) * unitMs) / 1000)}`;
    const gap = element('rect', { x: left + 3, y: 37, width: right - left - 6, height: 26, fill: pen.ink('surface') });
    const x = (left + right) / 2;
    return gap + text(pen, words, x, 54, 'muted', { 'font-size': 10, 'text-anchor': 'middle' });
  };
  return pen.scale.folds.map(one).join('');
}

/** The phases as bands with their word; the words of bands too narrow for one are returned for the legend. */
export function drawBands(pen: Pen, bands: Band[]): { svg: string; legend: Band[] } {
  const legend: Band[] = [];
  const parts = bands.map((band) => {
    const from = pen.scale.x(band.fromMs);
    const width = Math.max(2, pen.scale.x(band.toMs) - from - 1.5);
    const shape = element('rect', {
      x: from,
      y: 38,
      width,
      height: 24,
      rx: Math.min(4, width / 2),
      fill: pen.ink(band.ink),
    });
    if (textWidth(band.word, 11) + 14 > width) {
      legend.push(band);
      return shape;
    }
    return shape + text(pen, band.word, from + 8, 54, 'on-phase');
  });
  return { svg: parts.join(''), legend };
}

/** Events as circles, milestones filled, ranges as lines; more than 150 as bars. */
export function drawMarks(pen: Pen, { marks }: Marks): string {
  if (marks.length > mostMarks) return drawBars(pen, marks);
  const one = ({ fromMs, toMs, event }: Mark): string => {
    const x = pen.scale.x(fromMs);
    const end = pen.scale.x(toMs);
    const filled = event.milestone !== undefined && event.inferred !== true;
    const line =
      end > x + 1
        ? element('line', { x1: x, x2: end, y1: 76, y2: 76, stroke: pen.ink('ink'), 'stroke-width': 1.5 })
        : '';
    const words = `${momentText({ fromMs, event }, marks, pen.offsetMs)} ${fit((event.text ?? '').replace(/\s+/g, ' ').slice(0, 300), 11, 700)}`;
    const fill = pen.ink(filled ? 'ink' : 'surface');
    const title = element('title', {}, escapeXml(words));
    return line + element('circle', { cx: x, cy: 76, r: 4, fill, stroke: pen.ink('ink'), 'stroke-width': 1.3 }, title);
  };
  return marks.map(one).join('');
}

function drawBars(pen: Pen, marks: Mark[]): string {
  const width = 6;
  const bins = new Map<number, number>();
  for (const mark of marks) {
    const bin = Math.floor((pen.scale.x(mark.fromMs) - pen.left) / width);
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
  }
  const most = Math.max(...bins.values());
  const bar = ([bin, count]: [number, number]) => {
    const height = Math.max(2, (count / most) * 16);
    return element('rect', {
      x: pen.left + bin * width,
      y: 84 - height,
      width: width - 1,
      height,
      fill: pen.ink('ink'),
    });
  };
  return [...bins].map(bar).join('');
}

/** The measured span under the labels. */
export function drawBracket(pen: Pen, bracket: Bracket, y: number): string {
  const from = pen.scale.x(bracket.fromMs);
  const to = pen.scale.x(bracket.toMs);
  const path = `M${from.toFixed(1)} ${y - 4}V${y}H${to.toFixed(1)}V${y - 4}`;
  const dash: Record<string, string> = bracket.certain ? {} : { 'stroke-dasharray': '4 3' };
  const width = textWidth(bracket.label, 11);
  const x = Math.min(Math.max((from + to - width) / 2, pen.left), Math.max(pen.left, pen.right - width));
  const line = element('path', { d: path, fill: 'none', stroke: pen.ink('accent'), 'stroke-width': 1.5, ...dash });
  return line + text(pen, bracket.label, x, y + 15, 'accent');
}
