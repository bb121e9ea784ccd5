import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { asProblem } from '../../../api/problem.ts';
import { refresh } from '../../../api/queries.ts';
import { Button } from '../../../parts/button.tsx';
import { words } from '../../../words/index.ts';
import { contentOf, type Item, looksOf } from '../item.ts';
import { DetachDialog, ReleaseDialog, RetainDialog } from './dialogs.tsx';
import type { ChainFound, Drafted, Result } from './result.tsx';
import style from './row.module.css';

const own = words.evidence.list;

type Props = {
  item: Item;
  incident: string;
  mayAdd: boolean;
  mayRelease: boolean;
  open: boolean;
  toggle: () => void;
  tell: (result: Result | undefined) => void;
  gone: () => void;
};

/** What can be done with an original, as far as one may. */
export function Actions({ item, incident, mayAdd, mayRelease, open, toggle, tell, gone }: Props) {
  const [busy, setBusy] = useState<'draft' | 'chain'>();
  const [asked, setAsked] = useState<'detach' | 'retain' | 'release'>();
  const of = <span className="aside"> {own.moreOf(item.name)}</span>;
  const isText = looksOf(item) === 'text';
  const isThere = item.removedAt === null;
  const input = { incident, evidence: item.id };
  const take = async (what: 'draft' | 'chain', done: () => Promise<Result>) => {
    setBusy(what);
    tell(undefined);
    try {
      tell(await done());
    } catch (error) {
      tell({ problem: asProblem(error) });
    }
    setBusy(undefined);
  };
  const draft = () =>
    take('draft', async () => {
      const drafted = await call<Drafted>('evidence.draft', input);
      await refresh('incident.show', 'lifecycle.gate', 'incident.history');
      return { drafted };
    });
  const verify = () => take('chain', async () => ({ chain: await call<ChainFound>('evidence.verify-chain', input) }));
  return (
    <div className={style.actions}>
      {isThere && looksOf(item) !== undefined ? (
        <Button look="quiet" aria-expanded={open} onClick={toggle}>
          {own.open}
          {of}
        </Button>
      ) : null}
      {isThere ? (
        <a className={style.link} href={contentOf(incident, item)} download={item.name}>
          {own.download}
          {of}
        </a>
      ) : null}
      {mayAdd && isThere ? (
        <Button look="quiet" busy={busy === 'draft'} onClick={() => void draft()}>
          {own.draft}
          {of}
        </Button>
      ) : null}
      {isThere && isText ? (
        <Button look="quiet" busy={busy === 'chain'} onClick={() => void verify()}>
          {own.verify}
          {of}
        </Button>
      ) : null}
      {mayAdd && isThere ? (
        <Button look="quiet" onClick={() => setAsked('retain')}>
          {own.retain}
          {of}
        </Button>
      ) : null}
      {mayRelease && item.retainUntil !== null ? (
        <Button look="quiet" onClick={() => setAsked('release')}>
          {own.release}
          {of}
        </Button>
      ) : null}
      {mayAdd ? (
        <Button look="quiet" className={style.danger} onClick={() => setAsked('detach')}>
          {own.detach}
          {of}
        </Button>
      ) : null}
      {asked === 'detach' ? <DetachDialog {...{ item, incident, gone }} close={() => setAsked(undefined)} /> : null}
      {asked === 'retain' ? <RetainDialog {...{ item, incident }} close={() => setAsked(undefined)} /> : null}
      {asked === 'release' ? <ReleaseDialog {...{ item, incident }} close={() => setAsked(undefined)} /> : null}
    </div>
  );
}
