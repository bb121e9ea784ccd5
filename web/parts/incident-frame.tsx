import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { Shown } from '../../src/operations/incident/show.ts';
import { useOperation } from '../api/queries.ts';
import { words } from '../words/index.ts';
import { Answered } from './answered.tsx';
import { Chip } from './chip.tsx';
import style from './incident-frame.module.css';
import { Screen } from './screen.tsx';

const { pages } = words.review;
const places = [
  ['', pages.document],
  ['/review', pages.review],
  ['/meeting', pages.meeting],
  ['/follow-up', pages.followUp],
  ['/tell', pages.tell],
  ['/clocks', pages.clocks],
  ['/evidence', pages.evidence],
  ['/history', pages.history],
] as const;

/** The ways between the screens of one incident. */
function Pages({ incident }: { incident: string }) {
  const [location] = useLocation();
  return (
    <nav className={style.pages} aria-label={pages.label}>
      {places.map(([end, label]) => {
        const href = `/incidents/${incident}${end}`;
        const isHere = end === '' ? location === href : `${location}/`.startsWith(`${href}/`);
        return (
          <Link
            key={end}
            href={href}
            className={isHere ? style.here : style.page}
            aria-current={isHere ? 'page' : undefined}
          >
            {label}
          </Link>
        );
      })}
    </nav>
  );
}

type Props = { incident: string; title: string; actions?: ReactNode; children: (shown: Shown) => ReactNode };

/** A screen about one incident beside its document: which one it is, and the ways to the others. */
export function IncidentFrame({ incident, title, actions, children }: Props) {
  const shown = useOperation<Shown>('incident.show', { incident });
  const { data } = shown;
  return (
    <Screen title={`${data?.key ?? incident} · ${title}`} {...(actions === undefined ? {} : { actions })}>
      <div className={style.about}>
        <Pages incident={incident} />
        {data === undefined ? null : (
          <p className={style.of}>
            {data.record.incident?.title ?? words.review.untitled}{' '}
            <Chip>{words.common.status[data.status] ?? data.status}</Chip>
          </p>
        )}
      </div>
      <Answered of={shown}>{children}</Answered>
    </Screen>
  );
}
