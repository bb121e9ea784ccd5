import { agreement } from '../../../../src/figures/agreement.ts';
import { Button } from '../../../parts/button.tsx';
import { words } from '../../../words/index.ts';
import { useNewest, useSheet } from '../shown.ts';
import { useClaims } from './claims-of.ts';
import { useComputed } from './use-computed.ts';

/** For a place of the record that is a claim which differs from its figure: the way to state the computed value. */
export function ComputedFor({ path, about }: { path: string | undefined; about: string }) {
  const { readOnly } = useSheet();
  const use = useComputed();
  const index = Number(/^claims\[(\d+)\]$/.exec(path ?? '')?.[1]);
  const name = useNewest(({ shown }) => shown.record.claims?.[index]?.figure);
  const figure = useNewest(({ figures }) => (name === undefined ? undefined : figures[name]));
  const found = useClaims(name).find((each) => each.index === index);
  if (readOnly || name === undefined || figure === undefined) return null;
  if (found === undefined || agreement(found.claim, figure) !== false) return null;
  return (
    <Button
      look="quiet"
      aria-label={`${words.document.useComputed}: ${about}`}
      onClick={() => use(found, name, figure)}
    >
      {words.document.useComputed}
    </Button>
  );
}
