import { type FormEvent, useId, useState } from 'react';
import type { ShownMeeting } from '../../../src/operations/meeting/show.ts';
import { refresh, useChange } from '../../api/queries.ts';
import { start } from '../../api/start.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { TextArea, TextField } from '../../parts/field.tsx';
import { say } from '../../parts/notices.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { words } from '../../words/reviewing.ts';
import { ownZone } from '../../words/zone-name.ts';
import style from './meeting.module.css';
import { PeopleChoice } from './people-choice.tsx';

type Guest = { name: string; email: string };

/** A line as `Dee Stone dee@example.org` or `Dee Stone <dee@example.org>`; undefined without an address. */
function guestOf(line: string): Guest | undefined {
  const email = /[^\s<>]+@[^\s<>]+/.exec(line)?.[0];
  if (email === undefined) return undefined;
  const name = line
    .replace(email, '')
    .replaceAll(/[<>,;]/g, '')
    .trim();
  return { name: name === '' ? email : name, email };
}

const two = (number: number): string => String(number).padStart(2, '0');
/** Day and time of a moment as fields take them, in the reader's own zone. */
const fieldsOf = (date: Date) => ({
  day: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
  time: `${two(date.getHours())}:${two(date.getMinutes())}`,
});

/** Asks when, where and with whom, and invites them. */
export function PlanDialog({
  meeting,
  incident,
  close,
}: {
  meeting: ShownMeeting;
  incident: string;
  close: () => void;
}) {
  const { form: own } = words.meeting;
  const { plan, version } = meeting;
  const id = useId();
  const [when, setWhen] = useState(plan === null ? { day: '', time: '10:00' } : fieldsOf(new Date(plan.startsAt)));
  const [minutes, setMinutes] = useState(String(plan?.minutes ?? 60));
  const [place, setPlace] = useState(plan?.place ?? '');
  const [people, setPeople] = useState<ReadonlySet<string>>(
    () => new Set(plan?.people.map((one) => one.id) ?? [start.me.id]),
  );
  const [guests, setGuests] = useState((plan?.guests ?? []).map(({ name, email }) => `${name} ${email}`).join('\n'));
  const { attempt, busy, problem } = useChange('meeting.plan');
  const lines = guests.split('\n').filter((line) => line.trim() !== '');
  const bad = lines.find((line) => guestOf(line) === undefined);
  const startsAt = new Date(`${when.day}T${when.time}`);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const given = { minutes: Number(minutes), place, people: [...people], guests: lines.map(guestOf) };
    if ((await attempt({ incident, startsAt: startsAt.toISOString(), ...given, seen: version })) === undefined) return;
    say(own.done);
    close();
    await refresh('meeting.show', 'incident.show');
  };
  const isReady = !Number.isNaN(startsAt.getTime()) && bad === undefined && Number(minutes) >= 5;
  const foot = (
    <>
      <Button onClick={close}>{words.common.cancel}</Button>
      <Button look="main" type="submit" form={id} busy={busy} disabled={!isReady}>
        {plan === null ? own.invite : own.send}
      </Button>
    </>
  );
  return (
    <Dialog label={own.title} title={own.title} close={close} foot={foot}>
      <form id={id} onSubmit={(event) => void submit(event)} className={style.form}>
        <div className={style.row}>
          <TextField
            label={own.day}
            type="date"
            required
            value={when.day}
            onChange={({ target }) => setWhen({ ...when, day: target.value })}
          />
          <TextField
            label={own.time}
            type="time"
            required
            value={when.time}
            onChange={({ target }) => setWhen({ ...when, time: target.value })}
          />
          <TextField
            label={own.length}
            type="number"
            min={5}
            max={600}
            value={minutes}
            onChange={({ target }) => setMinutes(target.value)}
          />
        </div>
        <p className={style.note}>{own.timeHint(ownZone())}</p>
        <TextField
          label={own.place}
          hint={own.placeHint}
          value={place}
          maxLength={500}
          onChange={({ target }) => setPlace(target.value)}
        />
        <PeopleChoice label={own.people} chosen={people} choose={setPeople} />
        <TextArea
          label={own.guests}
          hint={own.guestsHint}
          error={bad === undefined ? undefined : own.badGuest(bad)}
          value={guests}
          onChange={({ target }) => setGuests(target.value)}
        />
        {problem === null ? null : <ProblemPanel problem={problem} />}
      </form>
    </Dialog>
  );
}
