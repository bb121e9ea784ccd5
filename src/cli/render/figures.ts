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
  const stated = claims.filter((claim) => claim.figure === name).map(claimText);
  return [
    { text: name, look: figure.status === 'unknown' ? 'faint' : 'strong' },
    { text: figureValue(figure), look },
    { text: figure.status, look },
    stated.join('; '),
    { text: sourceOf(figure), look: 'faint' },
  ];
}

/** The figures as a table, with the claims about each beside it; then the claims about what is no figure. */
export function renderFigures(figures: Figures, claims: Claim[], style: Style, columns: number): string {
  const entries = Object.entries(figures).toSorted(([, a], [, b]) => order.indexOf(a.status) - order.indexOf(b.status));
  const heads = ['figure', 'value', 'status', 'stated', 'formula, or why it is unknown'];
  const head: Cell[] = heads.map((text) => ({ text, look: 'faint' }));
  const others = claims.filter((claim) => !Object.hasOwn(figures, claim.figure));
  const rest: Cell[][] = others.map((claim) => [{ text: claim.figure, look: 'strong' }, claimText(claim)]);
  return [
    table([head, ...entries.map(([name, figure]) => row(name, figure, claims))], style, columns),
    ...(rest.length === 0 ? [] : [`\n${style('strong', 'Other claims')}\n`, table(rest, style, columns)]),
  ].join('');
}
