import type { Shown } from '../../../src/operations/incident/show.ts';
import type { Signoff } from '../../../src/operations/signoffs/signoff.ts';
import { useOperation } from '../../api/queries.ts';
import { Panel } from '../../parts/panel.tsx';
import { words } from '../../words/index.ts';
import { listText } from '../../words/plural.ts';
import { ProveButton } from '../audit/prove-button.tsx';
import type { Entry } from '../audit/verify/index.ts';
import style from './proof.module.css';

const own = words.review.proof;

type Found = { items: (Entry & { subject?: string })[] };
type Signed = { signoff: Signoff; entry: (Entry & { subject?: string }) | undefined };

/** The ledger's entries of signatures that hold; only those that are numbered are found. */
function useSigned({ key, signoffs }: Shown): Signed[] {
  const holding = signoffs.filter(({ valid }) => valid);
  const { data } = useOperation<Found>(
    'ledger.list',
    { incident: key, operation: 'signoff.sign', order: 'newest', limit: 100 },
    holding.length > 0,
  );
  return holding.map((signoff) => ({
    signoff,
    entry: data?.items.find(({ subject }) => subject === `signoff/${signoff.id}`),
  }));
}

function Ledger({ signed }: { signed: Signed[] }) {
  const { data } = useOperation<{ items: { kind: string; size: number }[] }>('ledger.anchors', { limit: 100 });
  const seqs = signed.flatMap(({ entry }) => (entry === undefined ? [] : [entry.seq]));
  const copies = (data?.items ?? []).filter(({ size }) => seqs.length > 0 && size > Math.max(...seqs));
  const kind = copies.some((copy) => copy.kind === 'rfc3161') ? 'rfc3161' : copies[0]?.kind;
  return (
    <>
      <li className={seqs.length === 0 ? style.open : style.proven}>
        <p>{own.when}</p>
        <p className={style.by}>{seqs.length === 0 ? own.noEntry : own.whenBy(listText(seqs.map(own.entry)))}</p>
      </li>
      <li className={kind === 'rfc3161' ? style.proven : style.open}>
        <p>{own.outside}</p>
        <p className={style.by}>{kind === undefined ? own.noOutside : own.outsideBy[kind]}</p>
      </li>
    </>
  );
}

/** What the signatures prove and by what, in plain words; each can be checked in the browser. */
export function Proof({ shown }: { shown: Shown }) {
  const signed = useSigned(shown);
  if (signed.length === 0)
    return (
      <Panel title={own.title}>
        <p className={style.by}>{own.none}</p>
      </Panel>
    );
  return (
    <Panel title={own.title}>
      <ul className={style.list}>
        <li className={style.proven}>
          <p>{own.content}</p>
          <p className={style.by}>{own.contentBy(shown.sha256)}</p>
        </li>
        {signed.map(({ signoff: { id, person, role, method } }) => (
          <li key={id} className={style.proven}>
            <p>{own.who(person.name, role)}</p>
            <p className={style.by}>{own.whoBy[method]}</p>
          </li>
        ))}
        <Ledger signed={signed} />
      </ul>
      {signed.map(({ signoff, entry }) =>
        entry === undefined ? null : (
          <ProveButton key={entry.seq} entry={entry} label={own.checked(signoff.person.name, entry.seq)} />
        ),
      )}
    </Panel>
  );
}
