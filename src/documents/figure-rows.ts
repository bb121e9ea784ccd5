import { words } from '../charts/words.ts';
import { agreement } from '../figures/index.ts';
import type { Claim } from '../record/claim.ts';
import type { Figure } from '../record/figure.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { formatDuration } from '../values/duration.ts';
import type { DocumentInput } from './input.ts';

/** One figure as a reader sees it. */
export type FigureRow = {
  name: string;
  /** `1h 37m`, `$37,500`, `31%`, or `unknown`. */
  value: string;
  status: Figure['status'];
  /** Where it comes from, or what is missing. */
  source: string;
  /** What the document states about it, and whether that agrees (absent when it cannot be compared). */
  stated?: { text: string; agrees?: boolean };
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function amount(value: number, unit: string): string {
  const digits = new Intl.NumberFormat('en', { maximumFractionDigits: value !== 0 && Math.abs(value) < 1 ? 4 : 2 });
  if (unit === 'percent') return `${digits.format(value)}%`;
  if (!/^[A-Z]{3}$/.test(unit)) return digits.format(value);
  const whole = Number.isInteger(value);
  const money = {
    style: 'currency',
    currency: unit,
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: 2,
  } as const;
  return new Intl.NumberFormat('en', money).format(value);
}

function valueText(figure: Figure): string {
  const one = (value: number) => (figure.unit === 'seconds' ? formatDuration(value) : amount(value, figure.unit));
  if (figure.status === 'unknown') return 'unknown';
  const { interval } = figure;
  if (interval !== undefined && interval.from !== interval.to) return `${one(interval.from)} to ${one(interval.to)}`;
  const value = figure.seconds ?? figure.value;
  return value === undefined ? 'unknown' : one(value);
}

/** `detected 14:23`: a milestone or an event by path, with its wall time. */
function moment(name: string, record: PostmortemRecord): string {
  const timeline = record.timeline ?? [];
  const index = /^timeline\[(\d{1,9})\]$/.exec(name)?.[1];
  const event = index === undefined ? timeline.find((each) => each.milestone === name) : timeline[Number(index)];
  const clock = /T(\d\d:\d\d)/.exec(event?.at ?? '')?.[1];
  if (index !== undefined) return clock ?? `event ${Number(index) + 1}`;
  return clock === undefined ? words(name) : `${words(name)} ${clock}`;
}

function sourceText(figure: Figure, record: PostmortemRecord): string {
  if (figure.status === 'unknown') return figure.reason ?? 'It cannot be computed from this record.';
  const spans = figure.from !== undefined && figure.to !== undefined;
  const source = spans ? `${moment(figure.from ?? '', record)} → ${moment(figure.to ?? '', record)}` : figure.formula;
  return figure.status === 'inferred' ? `${source} · inferred, to confirm` : source;
}

/** A claim taken from prose is cut here; the document has the rest. */
const longestClaim = 80;

/** A claim as it stands in the document, with whether it agrees. */
function statedText(claim: Claim, figure: Figure): NonNullable<FigureRow['stated']> {
  const whole = claim.text.slice(0, 400).replace(/\s+/g, ' ').trim();
  const text = whole.length > longestClaim ? `${whole.slice(0, longestClaim).trimEnd()}…` : whole;
  const agrees = agreement(claim, figure);
  return agrees === undefined ? { text } : { text, agrees };
}

/** Every figure, the known first, in the order in which they were computed. */
export function figureRows({ figures, record }: Pick<DocumentInput, 'figures' | 'record'>): FigureRow[] {
  const claims = record.claims ?? [];
  const rows = Object.entries(figures).map(([name, figure]): FigureRow => {
    const claim = claims.find((each) => each.figure === name);
    const row = {
      name: capital(words(name)),
      value: valueText(figure),
      status: figure.status,
      source: sourceText(figure, record),
    };
    return claim === undefined ? row : { ...row, stated: statedText(claim, figure) };
  });
  const rank = { known: 0, inferred: 1, unknown: 2 };
  return rows.sort((a, b) => rank[a.status] - rank[b.status]);
}
