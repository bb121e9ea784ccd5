import { useState } from 'react';
import { agreement } from '../../../../src/figures/agreement.ts';
import type { Claim as Stated } from '../../../../src/record/claim.ts';
import type { Figure } from '../../../../src/record/figure.ts';
import { Button } from '../../../parts/button.tsx';
import { words } from '../../../words/index.ts';
import { figureText, reasonText } from '../figure-text.ts';
import { isLit, useLit } from '../lit.ts';
import { useNewest, useSheet } from '../shown.ts';
import style from './claim.module.css';
import { useClaims } from './claims-of.ts';
import { Explain } from './explain.tsx';
import { useComputed } from './use-computed.ts';

type Side = { claim: Stated; figure: Figure | undefined };

function Sides({ claim, figure }: Side) {
  const computed = figure === undefined ? undefined : figureText(figure);
  const agrees = figure === undefined ? undefined : agreement(claim, figure);
  if (computed === undefined) return <span>{claim.text}</span>;
  if (agrees === true)
    return (
      <span>
        {claim.text}{' '}
        <span className={style.agrees} title={words.document.agrees}>
          <span aria-hidden="true">✓</span>
          <span className="aside">{words.document.agrees}</span>
        </span>
      </span>
    );
  return (
    <span>
      <span className={agrees === false && claim.qualifier === undefined ? style.differs : ''}>{claim.text}</span>{' '}
      {words.document.claimed} · <strong>{computed}</strong> {words.document.computed}
      {claim.qualifier === undefined ? null : <span className={style.scope}> ({claim.qualifier})</span>}
    </span>
  );
}

/** What is stated about a figure beside what is computed; when they differ, what to do about it. */
export function Claim({ figure: name, place, label }: { figure: string; place: number; label: string }) {
  const { readOnly } = useSheet();
  const figure = useNewest(({ figures }) => figures[name]);
  const found = useClaims(name)[place];
  const { lit } = useLit();
  const [explaining, setExplaining] = useState(false);
  const use = useComputed();
  if (found === undefined) {
    const computed = figure === undefined ? undefined : figureText(figure);
    const text = computed === undefined ? words.common.unknown : `${computed} ${words.document.computed}`;
    return (
      <span
        className={style.computed}
        data-path={`figures.${name}`}
        title={figure?.reason === undefined ? undefined : reasonText(figure)}
      >
        {text}
      </span>
    );
  }
  const path = `claims[${found.index}]`;
  const differs = figure !== undefined && agreement(found.claim, figure) === false;
  return (
    <span data-path={path} className={isLit(lit, path) ? style.lit : style.claim}>
      <Sides claim={found.claim} figure={figure} />
      {differs && !readOnly ? (
        <span className={style.actions}>
          <Button
            look="quiet"
            aria-label={`${words.document.useComputed}: ${label}`}
            onClick={() => use(found, name, figure)}
          >
            {words.document.useComputed}
          </Button>
          <Button look="quiet" aria-label={`${words.document.explain}: ${label}`} onClick={() => setExplaining(true)}>
            {words.document.explain}
          </Button>
        </span>
      ) : null}
      {explaining ? <Explain found={found} close={() => setExplaining(false)} /> : null}
    </span>
  );
}
