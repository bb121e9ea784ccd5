import { type FormEvent, useRef, useState } from 'react';
import type { ShownMeeting } from '../../../src/operations/meeting/show.ts';
import { call } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import { start } from '../../api/start.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Select, TextField } from '../../parts/field.tsx';
import { sayProblem } from '../../parts/notices.tsx';
import { Panel } from '../../parts/panel.tsx';
import { words } from '../../words/reviewing.ts';
import style from './meeting.module.css';
import { Recording } from './recording.tsx';

type Note = ShownMeeting['notes'][number];

/** The kind of a note that is neither a decision nor a question. */
const plainKind = 'Point';

async function done(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (problem) {
    sayProblem(problem);
    return false;
  } finally {
    await refresh('meeting.show', 'incident.show');
  }
}

function NoteForm({ incident }: { incident: string }) {
  const own = words.meeting;
  const [kind, setKind] = useState(plainKind);
  const [text, setText] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    // The next note can be written while this one is on its way.
    setText('');
    form.current?.querySelector('input')?.focus();
    if (!(await done(call('meetingNotes.add', { incident, entry: { kind, text: text.trim() } })))) setText(text);
  };
  return (
    <form ref={form} className={style.add} onSubmit={(event) => void add(event)}>
      <Select
        label={own.noteKind}
        value={kind}
        options={Object.entries(own.noteKinds).map(([value, label]) => ({ value, label }))}
        onChange={({ target }) => setKind(target.value)}
      />
      <TextField label={own.note} value={text} maxLength={5000} onChange={({ target }) => setText(target.value)} />
      <Button type="submit" disabled={text.trim() === ''}>
        {own.add}
      </Button>
    </form>
  );
}

/** What was said: points, decisions, open questions, and where the recording is. They are part of the document. */
export function Notes({ meeting, incident, status }: { meeting: ShownMeeting; incident: string; status: string }) {
  const own = words.meeting;
  const mayWrite = start.me.may.includes('incident.edit') && status !== 'archived';
  const remove = ({ id, version: seen }: Note) => void done(call('meetingNotes.remove', { incident, id, seen }));
  return (
    <Panel title={own.notes}>
      {status === 'approved' ? <p className={style.quiet}>{own.endsApproval}</p> : null}
      {status === 'archived' ? <p className={style.quiet}>{own.archived}</p> : null}
      {meeting.notes.length === 0 ? <p>{own.noNotes}</p> : null}
      <ul className={style.points}>
        {meeting.notes.map((note) => (
          <li key={note.id} className={style.noted}>
            <Chip tone={/decision/i.test(note.kind) ? 'accent' : /question/i.test(note.kind) ? 'warning' : 'plain'}>
              {own.noteKinds[note.kind === '' ? plainKind : note.kind] ?? note.kind}
            </Chip>
            <span className={style.text}>{note.text}</span>
            {mayWrite ? (
              <Button look="quiet" aria-label={own.remove(note.text)} onClick={() => remove(note)}>
                {words.common.remove}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayWrite ? <NoteForm incident={incident} /> : null}
      <Recording meeting={meeting} incident={incident} mayWrite={mayWrite} />
    </Panel>
  );
}
