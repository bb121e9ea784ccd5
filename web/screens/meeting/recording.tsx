import { type FormEvent, useState } from 'react';
import type { ShownMeeting } from '../../../src/operations/meeting/show.ts';
import { refresh, useChange } from '../../api/queries.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { say } from '../../parts/notices.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { words } from '../../words/reviewing.ts';
import style from './meeting.module.css';

type Props = { meeting: ShownMeeting; incident: string; mayWrite: boolean };

/** Where the meeting was recorded: a link, which those who may write can set. */
export function Recording({ meeting: { recording, partVersion }, incident, mayWrite }: Props) {
  const own = words.meeting;
  const [text, setText] = useState(recording ?? '');
  const { attempt, busy, problem } = useChange('record.set');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const value = text.trim() === '' ? null : text.trim();
    if ((await attempt({ incident, part: 'meeting', set: { recording: value }, seen: partVersion })) === undefined)
      return;
    say(own.recordingSaved);
    await refresh('meeting.show', 'incident.show');
  };
  const isLink = /^https?:\/\//.test(recording ?? '');
  return (
    <div className={style.recording}>
      {recording === null ? null : (
        <p>
          {own.recording}: {isLink ? <a href={recording}>{recording}</a> : recording}
        </p>
      )}
      {mayWrite ? (
        <form className={style.save} onSubmit={(event) => void save(event)}>
          <TextField
            label={own.recording}
            hint={own.recordingHint}
            value={text}
            maxLength={2000}
            onChange={({ target }) => setText(target.value)}
          />
          <Button type="submit" busy={busy} disabled={text.trim() === (recording ?? '')}>
            {words.common.save}
          </Button>
        </form>
      ) : recording === null ? (
        <p className={style.quiet}>{own.noRecording}</p>
      ) : null}
      {problem === null ? null : <ProblemPanel problem={problem} />}
    </div>
  );
}
