import { agreement } from '../../../src/figures/agreement.ts';
import type { Claim } from '../../../src/record/claim.ts';
import type { Figure, Figures } from '../../../src/record/figure.ts';
import { Chip } from '../../parts/chip.tsx';
import { Table } from '../../parts/table.tsx';
import { words } from '../../words/index.ts';
import { figureName, figureText } from '../document/figure-text.ts';
import style from './new.module.css';

type Compared = { claim: Claim; figure: Figure | undefined; same: boolean | undefined };

const mostShown = 8;
const order = (same: boolean | undefined): number => (same === false ? 0 : same === true ? 1 : 2);

/** What the document states beside what follows from its events; those that differ first. */
export function Claims({ claims, figures }: { claims: Claim[]; figures: Figures }) {
  const compared = claims
    .map((claim): Compared => {
      const figure = Object.hasOwn(figures, claim.figure) ? figures[claim.figure] : undefined;
      return { claim, figure, same: figure === undefined ? undefined : agreement(claim, figure) };
    })
    .toSorted((a, b) => order(a.same) - order(b.same));
  if (compared.length === 0) return null;
  const { figure: figureHead, stated, computed, verdict } = words.new.figuresHead;
  return (
    <section className={style.part} aria-label={words.new.figures}>
      <h3>{words.new.figures}</h3>
      <Table stacks className={style.claims} columns={[figureHead, stated, computed]} quietColumn={verdict}>
        {compared.slice(0, mostShown).map(({ claim, figure, same }, index) => (
          <tr key={`${claim.figure} ${index}`}>
            <th scope="row">{figureName(claim.figure)}</th>
            <td data-column={stated}>{claim.text}</td>
            <td data-column={computed}>
              {(figure === undefined ? undefined : figureText(figure)) ?? words.common.unknown}
            </td>
            <td>
              {same === undefined ? (
                <span className={style.quiet}>{words.new.cannotCompare}</span>
              ) : (
                <Chip tone={same ? 'good' : 'error'}>{same ? words.new.same : words.new.differ}</Chip>
              )}
            </td>
          </tr>
        ))}
      </Table>
      {compared.length > mostShown ? (
        <p className={style.quiet}>{words.new.moreFigures(compared.length - mostShown)}</p>
      ) : null}
    </section>
  );
}
