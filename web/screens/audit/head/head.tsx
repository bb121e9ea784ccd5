import { useState } from 'react';
import { useOperation } from '../../../api/queries.ts';
import { start } from '../../../api/start.ts';
import { Button } from '../../../parts/button.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { Loading } from '../../../parts/loading.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { ReasonDialog } from '../../../parts/reason-dialog.tsx';
import { words } from '../../../words/index.ts';
import { Mark, Marks } from '../marks.tsx';
import { type Anchor, Details } from './details.tsx';
import style from './head.module.css';
import { type HeadState, useHead } from './use-head.ts';
import { Whole } from './whole.tsx';

const own = words.audit.head;

function Copies({ anchors }: { anchors: Anchor[] }) {
  const [latest] = anchors;
  if (latest === undefined) return own.noAnchors;
  return (
    <>
      {own.anchors(anchors.length)} {own.latest} {own.kinds[latest.kind] ?? latest.kind}, <Moment at={latest.at} />,{' '}
      {own.overEntries(latest.size)}.
    </>
  );
}

function Checked({ checked, anchors }: { checked: HeadState['checked']; anchors: Anchor[] }) {
  return (
    <Marks>
      {checked === undefined ? <Mark state="unknown">{own.cannot}</Mark> : null}
      {checked === undefined ? null : (
        <>
          <Mark state={checked.signature}>{own.signature[checked.signature]}</Mark>
          <Mark state={checked.growth}>
            {own.growth[checked.growth]}
            {checked.before === undefined ? null : (
              <span className={style.aside}>
                {' '}
                ({own.seenBefore(checked.before.head.size)}, <Moment at={checked.before.at} />)
              </span>
            )}
          </Mark>
        </>
      )}
      <Mark state={anchors.some(({ kind }) => kind === 'rfc3161') ? 'proven' : 'unknown'}>
        <Copies anchors={anchors} />
      </Mark>
    </Marks>
  );
}

function TrustAnew({ take }: { take: () => void }) {
  const [asked, setAsked] = useState(false);
  return (
    <div>
      <Button onClick={() => setAsked(true)}>{own.forget}</Button>
      {asked ? (
        <ReasonDialog
          name={own.forget}
          text={own.forgetText}
          danger
          busy={false}
          problem={null}
          take={() => {
            setAsked(false);
            take();
          }}
          close={() => setAsked(false)}
        />
      ) : null}
    </div>
  );
}

/** Whether the ledger can be trusted: told in words, checked in this browser, hashes below. */
export function Head() {
  const { state, problem, read, trustAnew } = useHead();
  const { data } = useOperation<{ items: Anchor[] }>('ledger.anchors', { limit: 100 });
  const anchors = data?.items ?? [];
  const isNone = problem?.code === 'ledger.no-checkpoint';
  const isOther = state?.checked !== undefined && [state.checked.signature, state.checked.growth].includes('refuted');
  return (
    <Panel
      title={own.title}
      aside={
        state === undefined ? undefined : (
          <span className={style.aside}>
            {own.sealed(state.checkpoint.size)}, {own.at} <Moment at={state.checkpoint.at} />
          </span>
        )
      }
    >
      <p className={style.about}>{own.about}</p>
      {isNone ? <Empty title={own.none} /> : null}
      {problem === undefined || isNone ? null : <ProblemPanel problem={problem} retry={read} />}
      {state === undefined && problem === undefined ? <Loading lines={3} /> : null}
      {state === undefined ? null : (
        <>
          <Checked checked={state.checked} anchors={anchors} />
          {isOther ? <TrustAnew take={trustAnew} /> : null}
          <Details state={state} anchors={anchors} />
        </>
      )}
      {state !== undefined && start.me.may.includes('ledger.keep') ? <Whole /> : null}
    </Panel>
  );
}
