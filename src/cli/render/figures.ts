import { agreement } from '../../figures/index.ts';
import type { Claim } from '../../record/claim.ts';
import type { Figure, Figures } from '../../record/figure.ts';
import type { Look, Style } from '../text/style.ts';
import { type Cell, table } from '../text/table.ts';
import { claimText, figureValue } from './amount.ts';

const looks: Record<Figure['status'], Look> = { known: 'good', inferred: 'warning', unknown: 'faint' };
const order: Figure['status'][] = ['known', 'inferred', 'unknown'];

const sourceOf = (figure: Figure) =>
  figure.status === 'unknown'
    ? (figure.reason ?? '')
    : [figure.formula, ...(figure.cites.length === 0 ? [] : [`from ${figure.cites.join(', ')}`])].join(', ');

function row(name: string, figure: Figure, claims: Claim[]): Cell[] {
  const look = looks[figure.status];
  const own = claims.filter((claim) => claim.figure === name);
  const marked = own.map((claim) => {
    const agrees = agreement(claim, figure);
    return `${agrees === undefined ? '' : agrees ? '✓ ' : '✗ '}${claimText(claim)}`;
  });
  const stated = marked.join('; ');
  return [
    { text: name, look: figure.status === 'unknown' ? 'faint' : 'strong' },
    { text: figureValue(figure), look },
    { text: figure.status, look },
    marked.some((text) => text.startsWith('✗')) ? { text: stated, look: 'error' } : stated,
    { text: sourceOf(figure), look: 'faint' },
  ];
}

/** Unknown figures that a reader looks for first; why the others are unknown is in `--json`. */
const wanted = /^(?:duration|timeTo\w+|downtime|costTotal|errorBudgetConsumed)$/;

/** The figures as a table, with the claims about each beside it; then the claims about what is no figure. */
export function renderFigures(figures: Figures, claims: Claim[], style: Style, columns: number): string {
  const entries = Object.entries(figures).toSorted(([, a], [, b]) => order.indexOf(a.status) - order.indexOf(b.status));
  const claimed = new Set(claims.map((claim) => claim.figure));
  const shown = entries.filter(([name, { status }]) => status !== 'unknown' || wanted.test(name) || claimed.has(name));
  const hidden = entries.filter((entry) => !shown.includes(entry)).map(([name]) => name);
  const heads = ['figure', 'value', 'status', 'stated', 'formula, or why it is unknown'];
  const head: Cell[] = heads.map((text) => ({ text, look: 'faint' }));
  const others = claims.filter((claim) => !Object.hasOwn(figures, claim.figure));
  const rest: Cell[][] = others.map((claim) => [{ text: claim.figure, look: 'strong' }, claimText(claim)]);
  return [
    table([head, ...shown.map(([name, figure]) => row(name, figure, claims))], style, columns),
    ...(hidden.length === 0 ? [] : [style('faint', `  also unknown: ${hidden.join(', ')}; --json says why\n`)]),
    ...(rest.length === 0 ? [] : [`\n${style('strong', 'Other claims')}\n`, table(rest, style, columns)]),
  ].join('');
}
