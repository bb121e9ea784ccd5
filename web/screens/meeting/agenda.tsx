import type { KeyboardEvent } from 'react';
import { Link } from 'wouter';
import type { ShownMeeting } from '../../../src/operations/meeting/show.ts';
import { call } from '../../api/call.ts';
import { expect, refresh } from '../../api/queries.ts';
import { sayProblem } from '../../parts/notices.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Said } from '../../parts/said.tsx';
import { Tick } from '../../parts/tick.tsx';
import { told } from '../../parts/told.ts';
import { words } from '../../words/reviewing.ts';
import style from './meeting.module.css';

type Point = ShownMeeting['agenda'][number];

/** The arrows go from box to box, over the whole agenda. */
function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined || !(event.target instanceof HTMLInputElement)) return;
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  boxes[boxes.indexOf(event.target) + by]?.focus();
  event.preventDefault();
}

/** A tick is shown at once, and taken back when the server does not take it. */
async function tick(incident: string, { id }: Point, ticked: boolean): Promise<void> {
  expect<ShownMeeting>('meeting.show', { incident }, (before) => ({
    ...before,
    agenda: before.agenda.map((point) => (point.id === id ? { ...point, ticked } : point)),
  }));
  try {
    await call('meeting.tick', { incident, item: id, ticked });
  } catch (problem) {
    sayProblem(problem);
    await refresh('meeting.show');
  }
}

function textOf({ kind, text, says }: Point): string {
  if (kind !== 'confirm') return says === undefined ? text : told(text, says);
  const [milestone = '', ...rest] = text.split(': ');
  return `${words.editors.milestones[milestone] ?? milestone}: ${rest.join(': ')}`;
}

const hrefOf = (incident: string, { id, path, kind }: Point): string | undefined => {
  const place = kind === 'comment' ? id.replace('/', '-') : path;
  return place === undefined ? undefined : `/incidents/${incident}#${encodeURIComponent(place)}`;
};

/** What is to be talked about, by kind; each point leads to its place and can be ticked. */
export function Agenda({ meeting, incident, mayTick }: { meeting: ShownMeeting; incident: string; mayTick: boolean }) {
  const own = words.meeting;
  const { agenda, plan } = meeting;
  const groups = [...Map.groupBy(agenda, ({ kind }) => kind)];
  const done = agenda.filter(({ ticked }) => ticked).length;
  return (
    <Panel
      title={own.agenda}
      aside={
        agenda.length === 0 ? null : (
          <span className={style.quiet} role="status">
            {own.progress(done, agenda.length)}
          </span>
        )
      }
    >
      {agenda.length === 0 ? <p>{own.nothing}</p> : null}
      {agenda.length === 0 ? null : <p className={style.note}>{plan === null ? own.planFirst : own.keys}</p>}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the boxes in it are what takes keys */}
      <div className={style.groups} onKeyDown={moveByArrow}>
        {groups.map(([kind, points]) => (
          <section key={kind} aria-label={own.kinds[kind]}>
            <h3 className={style.kind}>{own.kinds[kind]}</h3>
            <ul className={style.points}>
              {points.map((point) => {
                const text = textOf(point);
                const href = hrefOf(incident, point);
                return (
                  <li key={point.id} className={point.ticked ? style.done : style.point}>
                    <Tick
                      aria-label={own.tick(text)}
                      checked={point.ticked}
                      disabled={!mayTick}
                      onChange={({ target }) => void tick(incident, point, target.checked)}
                    />
                    <span className={style.text}>
                      <Said text={text} path={point.path} />
                    </span>
                    {href === undefined ? null : (
                      <Link href={href} className={style.show} aria-label={own.showOf(text)}>
                        {own.show}
                      </Link>
                    )}
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      </div>
    </Panel>
  );
}
