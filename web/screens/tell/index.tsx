import { useParams } from 'wouter';
import type { Announcements } from '../../../src/operations/announcement/list.ts';
import { useOperation } from '../../api/queries.ts';
import { start } from '../../api/start.ts';
import { Answered } from '../../parts/answered.tsx';
import { IncidentFrame } from '../../parts/incident-frame.tsx';
import { words } from '../../words/outside.ts';
import { Log } from './log.tsx';
import style from './tell.module.css';
import { Writing } from './writing.tsx';

/** What is told to those outside about an incident: a message from the document, where it goes, and what was told. */
export function Screen() {
  const { incident = '' } = useParams();
  const told = useOperation<Announcements>('announcement.list', { incident });
  const mayTell = start.me.may.includes('incident.approve');
  return (
    <IncidentFrame incident={incident} title={words.tell.title}>
      {(shown) => (
        <Answered of={told}>
          {(answer) => (
            <div className={style.columns}>
              {mayTell ? <Writing incident={shown.key} told={answer} /> : null}
              <Log incident={shown.key} told={answer} mayTell={mayTell} />
            </div>
          )}
        </Answered>
      )}
    </IncidentFrame>
  );
}
