import { replaceEqualDeep } from '@tanstack/react-query';
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Shown } from '../../../src/operations/incident/show.ts';
import type { Layout } from '../../../src/templates/layout/layout.ts';
import { computeFigures } from '../../../src/figures/index.ts';
import { leftOver } from '../../../src/templates/layout/left-over.ts';
import { placeEntries } from '../../../src/templates/layout/place-entries.ts';
import { start } from '../../api/start.ts';
import { OfferedProvider, offeredBy } from '../../editors/field/offered.ts';
import { LateTexts } from '../../editors/prose/index.ts';
import { words } from '../../words/index.ts';
import { claimPlaces } from './claim/claim-places.ts';
import { Contents } from './contents.tsx';
import { Course } from './course.tsx';
import style from './document.module.css';
import { Head } from './head/head.tsx';
import { OtherTemplate } from './head/other-template.tsx';
import { FromAddress } from './from-address.tsx';
import { type Lit, LitProvider } from './lit.ts';
import { Margin } from './comments/margin.tsx';
import { CommentsProvider } from './comments/provider.tsx';
import { SelectionBar } from './comments/selection-bar.tsx';
import { FigureList } from './margin/figures.tsx';
import { FindingList } from './margin/findings.tsx';
import { Later } from './margin/later-lazy.tsx';
import { Paper } from './paper/paper.tsx';
import { Proposals, ProposalsWait } from './proposals/proposals.tsx';
import {
  type Document as ShownDocument,
  DocumentProvider,
  NewestProvider,
  SheetProvider,
  useDocument,
  useProviders,
  useSheet,
} from './shown.ts';

/** What is lit up, until Escape or the same is asked for again. */
function useLitState() {
  const [lit, setLit] = useState<Lit>();
  const show = useCallback(
    (next: Lit | undefined) => setLit((before) => (before?.by === next?.by ? undefined : next)),
    [],
  );
  useEffect(() => {
    const end = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) setLit(undefined);
    };
    addEventListener('keydown', end);
    return () => removeEventListener('keydown', end);
  }, []);
  return useMemo(() => ({ lit, show }), [lit, show]);
}

/** The record with its actions as they stand today. */
function withToday({ record, followUp, versions }: Shown): Shown['record'] {
  const ids = versions['actions'];
  if (followUp.length === 0 || !Array.isArray(ids)) return record;
  const todayOf = (index: number) => followUp.find(({ id }) => id === ids[index]?.id)?.today;
  return { ...record, actions: (record.actions ?? []).map((action, index) => ({ ...action, ...todayOf(index) })) };
}

type Props = { shown: Shown; layout: Layout; chooseTemplate: (name: string) => void };

/** What follows from a record in a layout. What is as it was before stays the same object, so that nobody draws it again. */
function useWhole({ shown, layout }: Props): ShownDocument {
  const [now] = useState(() => new Date().toISOString());
  const { record } = shown;
  const before = useRef<ShownDocument>(undefined);
  const figures = useMemo(() => {
    const computed = computeFigures(withToday(shown), layout.policy, { now });
    return replaceEqualDeep(before.current?.figures, computed);
  }, [shown, layout, now]);
  const placement = useMemo(() => {
    const { at, nowhere } = placeEntries(layout, record);
    for (const [item, placed] of at) at.set(item, replaceEqualDeep(before.current?.placement.at.get(item), placed));
    return { at, nowhere };
  }, [layout, record]);
  const left = useMemo(() => {
    let found: string[] | undefined;
    return () => (found ??= leftOver(layout, record));
  }, [layout, record]);
  const places = useMemo(() => claimPlaces(layout), [layout]);
  const readOnly = start.me.role === 'viewer' || shown.status === 'archived';
  return (before.current = useMemo(
    () => ({ shown, layout, placement, left, places, figures, readOnly }),
    [shown, layout, placement, left, places, figures, readOnly],
  ));
}

/** A post-mortem: the course of the incident, the sheet, and in the margin what is computed and checked. */
export function Document(props: Props) {
  const { held, settled, steady } = useProviders(useWhole(props));
  return (
    <NewestProvider value={held}>
      <SheetProvider value={steady}>
        <DocumentProvider value={settled}>
          <Whole chooseTemplate={props.chooseTemplate} />
        </DocumentProvider>
      </SheetProvider>
    </NewestProvider>
  );
}

function WhyReadOnly() {
  const { shown, readOnly } = useDocument();
  if (!readOnly) return null;
  return (
    <p className={style.note}>{shown.status === 'archived' ? words.document.archived : words.document.readOnly}</p>
  );
}

const Whole = memo(function Whole({ chooseTemplate }: Pick<Props, 'chooseTemplate'>) {
  const { incident, layout } = useSheet();
  const litState = useLitState();
  const offered = useMemo(() => offeredBy(layout), [layout]);
  const slot = document.getElementById('navigation-more');
  return (
    <LitProvider value={litState}>
      <OfferedProvider value={offered}>
        <CommentsProvider>
          <FromAddress />
          <div className={style.screen}>
            <div className={style.middle}>
              <Head chooseTemplate={chooseTemplate} />
              <Contents slot={slot} />
              <OtherTemplate chooseTemplate={chooseTemplate} />
              <WhyReadOnly />
              <ProposalsWait />
              <LateTexts incident={incident} />
              <Course />
              <Paper />
            </div>
            <Margin>
              <Proposals />
              <FigureList />
              <FindingList />
              <Later />
            </Margin>
          </div>
          <SelectionBar />
        </CommentsProvider>
      </OfferedProvider>
    </LitProvider>
  );
});
