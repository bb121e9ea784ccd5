import { type FormEvent, useId, useState } from 'react';
import type { ShownRung } from '../../../src/operations/review/rung.ts';
import { refresh, useChange } from '../../api/queries.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { TextArea, TextField } from '../../parts/field.tsx';
import { say } from '../../parts/notices.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { words } from '../../words/reviewing.ts';
import style from './follow-up.module.css';

type Props = {
  incident: string;
  /** The review that gets another day; without one, another review is agreed on. */
  item?: ShownRung;
  items: ShownRung[];
  close: () => void;
};

/** Gives a review another day, or agrees on one more, and says why. */
export function MoveDialog({ incident, item, items, close }: Props) {
  const { reviews } = words;
  const { followUp } = reviews;
  const form = useId();
  const [day, setDay] = useState(item?.day ?? '');
  const [reason, setReason] = useState('');
  const { attempt, busy, problem } = useChange('review.move');
  const title = item === undefined ? followUp.agreeTitle : followUp.moveTitle(reviews.name(item.rung));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const rung = item?.rung ?? `on:${day}`;
    const seen = (item ?? items.find((one) => one.rung === rung))?.version ?? 0;
    if ((await attempt({ incident, rung, day, reason, seen })) === undefined) return;
    say(followUp.moved);
    close();
    await refresh('review.show', 'review.look', 'review.list');
  };
  const foot = (
    <>
      <Button onClick={close}>{words.common.cancel}</Button>
      <Button look="main" type="submit" form={form} busy={busy} disabled={day === '' || reason.trim() === ''}>
        {followUp.save}
      </Button>
    </>
  );
  return (
    <Dialog label={title} title={title} close={close} foot={foot}>
      <form id={form} onSubmit={(event) => void submit(event)} className={style.form}>
        <TextField
          label={followUp.day}
          type="date"
          required
          value={day}
          onChange={({ target }) => setDay(target.value)}
        />
        <TextArea
          label={followUp.reason}
          value={reason}
          maxLength={2000}
          onChange={({ target }) => setReason(target.value)}
        />
        {problem === null ? null : <ProblemPanel problem={problem} />}
      </form>
    </Dialog>
  );
}
