import { scaleOf } from './length-scale.ts';
import { colours, type Ink, type Palette } from './palette.ts';
import { element, escapeXml, fit } from './svg.ts';

/** The lengths of a group of incidents, in seconds: single ones where they are few, else median and 90th percentile. */
export type SpreadGroup = {
  label: string;
  dots: readonly { seconds: number; label: string }[];
  median: number | null;
  p90: number | null;
};

/** What is drawn: groups side by side over one axis of lengths. `said` tells the same in words. */
export type SpreadPicture = {
  title: string;
  said: string;
  groups: readonly SpreadGroup[];
  lengthText: (seconds: number) => string;
};

const [foot, side, plot] = [44, 52, 134];

/** Groups as columns: dots for single incidents; a bar from the median to the 90th percentile for many. Pure and deterministic. */
export function spreadChart(
  { title, said, groups, lengthText }: SpreadPicture,
  { palette = 'theme', width = 560 }: { palette?: Palette; width?: number } = {},
): string {
  const ink = colours(palette);
  // On paper nothing else says what is drawn.
  const top = palette === 'paper' ? 32 : 12;
  const height = top + plot + foot;
  const all = groups.flatMap(({ dots, median, p90 }) => [
    ...dots.map(({ seconds }) => seconds),
    median ?? [],
    p90 ?? [],
  ]);
  const { ticks, at } = scaleOf(all.flat());
  const y = (seconds: number) => top + (height - top - foot) * (1 - at(seconds));
  const column = (width - side) / Math.max(1, groups.length);
  const words = (content: string, x: number, line: number, colour: Ink, anchor = 'middle') =>
    element('text', { x, y: line, fill: ink(colour), 'text-anchor': anchor }, escapeXml(content));
  const axis = ticks.map(
    (tick) =>
      element('line', { x1: side, x2: width, y1: y(tick), y2: y(tick), stroke: ink('line') }) +
      words(lengthText(tick), side - 8, y(tick) + 4, 'muted', 'end'),
  );
  const one = ({ label, dots, median, p90 }: SpreadGroup, index: number): string => {
    const x = side + column * (index + 0.5);
    const bar =
      median === null || p90 === null
        ? ''
        : element('line', { x1: x, x2: x, y1: y(median), y2: y(p90), stroke: ink('accent'), 'stroke-width': 2 }) +
          element('circle', { cx: x, cy: y(median), r: 5, fill: ink('accent') });
    const single = dots.map(({ seconds, label: told }, place) => {
      const cx = x + (place - (dots.length - 1) / 2) * Math.min(10, (column * 0.8) / dots.length);
      const shape = { cx, cy: y(seconds), r: 4, fill: ink('surface'), stroke: ink('accent'), 'stroke-width': 1.5 };
      return element('circle', shape, element('title', {}, escapeXml(told)));
    });
    return (
      bar +
      single.join('') +
      words(fit(label, 11, column - 6), x, height - 24, 'muted') +
      words(median === null ? '' : lengthText(median), x, height - 7, 'ink')
    );
  };
  const attributes = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height };
  const font = { 'font-family': 'system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, sans-serif', 'font-size': 11 };
  return element(
    'svg',
    { ...attributes, role: 'img', 'aria-label': said, ...font },
    element('title', {}, escapeXml(title)) +
      (palette === 'paper'
        ? element('rect', { width, height, fill: ink('surface') }) + words(fit(title, 11, width), 0, 12, 'ink', 'start')
        : '') +
      axis.join('') +
      groups.map(one).join(''),
  );
}
