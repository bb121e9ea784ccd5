import { Link } from 'wouter';
import { readActor } from '../../../api/actor.ts';
import { Chip } from '../../../parts/chip.tsx';
import { fieldName } from '../../../parts/field-name.ts';
import { Moment } from '../../../parts/moment.tsx';
import { didText } from '../../../parts/did-text.ts';
import { words } from '../../../words/index.ts';
import { listText } from '../../../words/plural.ts';
import { Pieces } from '../diff/pieces.tsx';
import { ValueChange } from '../diff/value.tsx';
import style from './changes.module.css';

const own = words.history.changes;

/** An entry as `incident.history` tells it. */
export type Told = {
  seq: number;
  at: string;
  actor: { id: string; name: string };
  operation: string;
  subject: string;
  /** Who wrote together; see src/operations/history. */
  authors?: { id: string; name: string }[];
  changes: { path: string; old?: unknown; new?: unknown; edits?: { from: number; to: number; insert: string }[] }[];
  /** Who proposed what the actor accepted. */
  proposedBy?: { id: string; name: string };
  erased: boolean;
};

/** Changes of one entry that are shown at once; the others are folded away. */
const firstShown = 8;

/** What was inserted in a text that the ledger does not hold any more, and how much went. */
const Edits = ({ edits }: { edits: NonNullable<Told['changes'][number]['edits']> }) => (
  <>
    <span className={style.quiet}>{own.partly}</span>{' '}
    {edits.map(({ from, to, insert }) => (
      <span key={from}>
        {to === from ? null : <span className={style.quiet}>{own.gone(to - from)} </span>}
        {insert === '' ? null : <Pieces pieces={[{ kind: 'added', text: insert }]} />}{' '}
      </span>
    ))}
  </>
);

function Value({ change }: { change: Told['changes'][number] }) {
  if (change.edits !== undefined) return <Edits edits={change.edits} />;
  return <ValueChange path={change.path} before={change.old} after={change.new} />;
}

const Fields = ({ changes }: { changes: Told['changes'] }) => (
  <dl className={style.fields}>
    {changes.map((change, index) => (
      <div key={index} className={style.field}>
        <dt>
          <Link className={style.path} href={`?field=${encodeURIComponent(change.path)}`} title={change.path}>
            {fieldName(change.path)}
            <span className="aside">{own.ofField}</span>
          </Link>
        </dt>
        <dd>
          <Value change={change} />
        </dd>
      </div>
    ))}
  </dl>
);

/** One entry of the history: who did what when, and each field from what to what. */
export function Change({ told }: { told: Told }) {
  const { seq, at, actor, authors, operation, changes, proposedBy, erased } = told;
  const [first, rest] = [changes.slice(0, firstShown), changes.slice(firstShown)];
  const isToken = readActor(actor.id).kind === 'token';
  return (
    <li className={isToken ? style.byAgent : style.change}>
      <p className={style.line}>
        <span>
          <strong>{authors === undefined ? actor.name : listText(authors.map(({ name }) => name))}</strong>{' '}
          {isToken ? <Chip tone="accent">{own.token}</Chip> : null} {didText(operation)}
        </span>
        <span className={style.quiet}>
          {own.entry(seq)} · <Moment at={at} />
        </span>
      </p>
      {proposedBy === undefined ? null : (
        <p className={style.quiet}>
          {own.proposedBy(proposedBy.name)}{' '}
          {readActor(proposedBy.id).kind === 'token' ? <Chip tone="accent">{own.token}</Chip> : null}
        </p>
      )}
      {erased ? <p className={style.quiet}>{own.erased}</p> : null}
      {first.length === 0 ? null : <Fields changes={first} />}
      {rest.length === 0 ? null : (
        <details>
          <summary>{own.fields(rest.length)}</summary>
          <Fields changes={rest} />
        </details>
      )}
    </li>
  );
}
