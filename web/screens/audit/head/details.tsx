import { Moment } from '../../../parts/moment.tsx';
import { words } from '../../../words/index.ts';
import style from './head.module.css';
import type { HeadState } from './use-head.ts';

const own = words.audit.head;

/** A copy of a checkpoint, as `ledger.anchors` lists it. */
export type Anchor = { id: string; size: number; kind: string; place: string; at: string };

/** Hashes, keys and copies, for whoever wants to compare them elsewhere. */
export const Details = ({ state: { checkpoint, keys }, anchors }: { state: HeadState; anchors: Anchor[] }) => (
  <details>
    <summary>{own.details}</summary>
    <dl className={style.facts}>
      <dt>{own.root}</dt>
      <dd>
        <code>{checkpoint.root}</code>
      </dd>
      <dt>{own.note}</dt>
      <dd>
        <pre className={style.note}>{checkpoint.note}</pre>
      </dd>
      <dt>{own.keys}</dt>
      {keys.map(({ id, verifier, retiredAt }) => (
        <dd key={id}>
          <code>{verifier}</code>{' '}
          <span className={style.aside}>
            {retiredAt === null ? (
              own.active
            ) : (
              <>
                {own.retired} <Moment at={retiredAt} />
              </>
            )}
          </span>
        </dd>
      ))}
      {anchors.length === 0 ? null : <dt>{own.copies}</dt>}
      {anchors.map(({ id, size, kind, place, at }) => (
        <dd key={id}>
          <Moment at={at} />, {own.overEntries(size)}, {own.kinds[kind] ?? kind}: <code>{place}</code>
        </dd>
      ))}
    </dl>
  </details>
);
