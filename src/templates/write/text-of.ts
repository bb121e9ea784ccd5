import type { Claim } from '../../record/claim.ts';
import type { Figures } from '../../record/figure.ts';
import type { Moment } from '../../record/moment.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { formatDuration } from '../../values/duration.ts';
import { getPath } from '../path.ts';
import { scaleOf } from '../read/value.ts';
import type { Slot, Template } from '../template.ts';
import type { Entry } from './select.ts';

/** Hands out the text of each placeholder of one writing. Claims are handed out in turn, one for each of their places. */
export class TextSource {
  private readonly record: PostmortemRecord;
  private readonly template: Template;
  private readonly figures: Figures | undefined;
  private readonly claims = new Map<string, Claim[]>();
  private readonly turn = new Map<string, number>();
  constructor(record: PostmortemRecord, template: Template, figures: Figures | undefined) {
    this.record = record;
    this.template = template;
    this.figures = figures;
    for (const claim of record.claims ?? []) {
      if (!isPlaceable(claim)) continue;
      const list = this.claims.get(claim.figure);
      if (list === undefined) this.claims.set(claim.figure, [claim]);
      else list.push(claim);
    }
  }

  /** The text of a placeholder, from the entry or the record; empty when there is none. */
  of(slot: Slot, entry: Entry | undefined): string {
    if (slot.kind === 'claim') return this.claim(slot.key);
    if (entry === undefined || slot.collection === undefined)
      return this.written(slot, getPath(this.record, slot.path)) || this.derived(slot);
    const value = slot.path === 'timeline.time' ? entry : entry[slot.key];
    const text = this.written(slot, value);
    return text === '' ? (this.template.defaults.get(slot.path) ?? '') : text;
  }

  private written(slot: Slot, value: unknown): string {
    if (value === undefined || value === null) return '';
    if (slot.kind === 'moment') return momentText(value as Moment);
    if (typeof value === 'boolean') return value ? 'Yes' : 'No';
    if (typeof value !== 'string') return '';
    if (slot.kind === 'choice') return wordFor(value, slot, this.template);
    return value;
  }

  /** Words that a figure says when nobody stated them. */
  private derived({ path }: Slot): string {
    const overrides = path === 'automation.override' ? this.figures?.['humanOverrides']?.value : undefined;
    if (overrides === undefined) return '';
    return overrides === 0 ? 'No' : `Yes - in ${overrides} ${overrides === 1 ? 'step' : 'steps'}`;
  }

  private claim(figure: string): string {
    const list = this.claims.get(figure);
    if (list === undefined) return figureText(this.figures, figure);
    const turn = this.turn.get(figure) ?? 0;
    this.turn.set(figure, turn + 1);
    return (list[turn] ?? list[0])?.text ?? '';
  }

  /** Claims that were stated in a field but found no place here. */
  unwritten(): Claim[] {
    const left: Claim[] = [];
    for (const [figure, list] of this.claims) left.push(...list.slice(this.turn.get(figure) ?? 0));
    return left;
  }
}

/** A claim made in prose or a title is in that text already; only fields and tables are places of their own. */
function isPlaceable(claim: Claim): boolean {
  return claim.origin !== 'prose' && claim.origin !== 'title';
}

/** A moment as written, else its wall time with its zone. */
export function momentText(moment: Moment): string {
  if (moment.written !== undefined) return moment.written;
  if (moment.at === undefined) return '';
  const zone = moment.zone ?? '';
  const part = (at: string) =>
    at
      .replace('T', ' ')
      .replace(/Z$/, zone === '' ? ' UTC' : '')
      .replace(/[+-]\d\d:\d\d$/, (sign) => (zone === '' ? ` ${sign}` : ''));
  const text = moment.until === undefined ? part(moment.at) : `${part(moment.at)} - ${part(moment.until)}`;
  return zone === '' || !moment.at.includes('T') ? text : `${text} ${zone}`;
}

/** The template's own word for a canonical one (`critical` is `SEV1`); other text as it is. */
export function wordFor(value: string, slot: Slot, template: Template): string {
  const scale = slot.kind === 'choice' ? scaleOf(slot, template) : {};
  for (const [word, meaning] of Object.entries(scale)) if (meaning === value) return word;
  return value;
}

function figureText(figures: Figures | undefined, name: string): string {
  const figure = figures !== undefined && Object.hasOwn(figures, name) ? figures[name] : undefined;
  if (figure === undefined || figure.status !== 'known') return '';
  if (figure.seconds !== undefined) return formatDuration(figure.seconds);
  if (figure.value === undefined) return '';
  if (figure.unit === 'percent') return `${round(figure.value)}%`;
  if (/^[A-Z]{3}$/.test(figure.unit)) return `${round(figure.value)} ${figure.unit}`;
  return round(figure.value);
}

const round = (value: number): string => String(Math.round(value * 100) / 100);
