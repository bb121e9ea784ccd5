import type { Band } from '../../src/charts/bands.ts';
import { clockText } from '../../src/charts/marks.ts';
import { words } from '../words/index.ts';
import { lengthText } from '../words/lengths.ts';
import { listText } from '../words/plural.ts';
import { dayText, momentText } from './moments.ts';
import type { Reading } from './reading.ts';

/** Most milestones and phases that the description names. */
const most = 20;

/** A milestone by its words; one that was inferred says so. */
export const milestoneText = (name: string, inferred = false): string =>
  `${words.editors.milestones[name] ?? name}${inferred ? ` (${words.editors.inferred})` : ''}`;

const bandText = ({ word, fromMs, toMs }: Band): string => `${word} ${lengthText((toMs - fromMs) / 1000)}`;

/** The chart in words, for those who do not see it. */
export function described({ found, bands, whole }: Reading): string {
  const { chart } = words.document;
  const when = (ms: number) => `${dayText(ms, found.offsetMs, true)} ${clockText(ms, found.offsetMs)}`;
  const named = found.marks.flatMap((mark) => {
    const { milestone, inferred } = mark.event;
    return milestone === undefined ? [] : [`${milestoneText(milestone, inferred)} ${momentText(mark, found)}`];
  });
  return [
    chart.events(found.marks.length, when(whole.fromMs), when(whole.toMs), found.zone),
    bands.length === 0 ? '' : chart.phases(listText(bands.slice(0, most).map(bandText))),
    named.length === 0 ? '' : chart.milestones(listText(named.slice(0, most))),
  ].join(' ');
}
