import { type FormEvent, useId, useState } from 'react';
import type { Facts } from '../../../src/operations/review/facts.ts';
import type { ShownRung } from '../../../src/operations/review/rung.ts';
import { refresh, useChange } from '../../api/queries.ts';
import { Button } from '../../parts/button.tsx';
import { daysTo } from '../../parts/days-to.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Select, TextArea, TextField } from '../../parts/field.tsx';
import { say } from '../../parts/notices.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { words } from '../../words/reviewing.ts';
import style from './follow-up.module.css';

type Props = { item: ShownRung; facts: Facts; incident: string; close: () => void };

const optionsOf = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

/** Asks for what no figure can say, and holds the review. */
export function HoldDialog({ item, facts, incident, close }: Props) {
  const { reviews } = words;
  const { form: own, followUp } = reviews;
  const id = useId();
  const [said, setSaid] = useState({ verdict: 'worked', decision: '', attendees: '', notes: '', late: '', next: '' });
  const [criteria, setCriteria] = useState<Record<string, string>>({});
  const [metrics, setMetrics] = useState<Record<string, string>>({});
  const { attempt, busy, problem } = useChange('review.hold');
  const lateDays = item.day === null ? 0 : Math.max(0, -daysTo(item.day));
  const field = (name: keyof typeof said) => ({
    value: said[name],
    onChange: ({ target }: { target: { value: string } }) => setSaid({ ...said, [name]: target.value }),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { next, ...answers } = said;
    const input = {
      incident,
      rung: item.rung,
      answers: { ...answers, criteria, metrics },
      ...(next === '' ? {} : { next }),
    };
    if ((await attempt(input)) === undefined) return;
    say(followUp.held);
    close();
    await refresh('review.show', 'review.look', 'review.list', 'incident.history');
  };
  const isReady = said.decision.trim() !== '' && (lateDays === 0 || said.late.trim() !== '');
  const title = own.title(reviews.name(item.rung));
  const foot = (
    <>
      <Button onClick={close}>{words.common.cancel}</Button>
      <Button look="main" type="submit" form={id} busy={busy} disabled={!isReady}>
        {own.hold}
      </Button>
    </>
  );
  return (
    <Dialog label={title} title={title} wide close={close} foot={foot}>
      <form id={id} onSubmit={(event) => void submit(event)} className={style.form}>
        <p className={style.quiet}>{own.intro}</p>
        <Select label={own.verdict} options={optionsOf(reviews.verdicts)} {...field('verdict')} />
        {facts.criteria.map(({ text, computed }) =>
          computed === 'unknown' ? (
            <Select
              key={text}
              label={own.criterion(text)}
              options={optionsOf(reviews.facts.people)}
              value={criteria[text] ?? 'open'}
              onChange={({ target }) => setCriteria({ ...criteria, [text]: target.value })}
            />
          ) : null,
        )}
        {facts.metrics.map(({ metric, value }) =>
          value === null ? (
            <TextField
              key={metric}
              label={own.metric(metric)}
              value={metrics[metric] ?? ''}
              maxLength={500}
              onChange={({ target }) => setMetrics({ ...metrics, [metric]: target.value })}
            />
          ) : null,
        )}
        <TextArea label={own.decision} hint={own.decisionHint} required maxLength={10_000} {...field('decision')} />
        {lateDays === 0 ? null : <TextField label={own.late(lateDays)} required maxLength={2000} {...field('late')} />}
        <TextField label={own.attendees} maxLength={2000} {...field('attendees')} />
        <TextArea label={own.notes} maxLength={10_000} {...field('notes')} />
        <TextField label={own.next} hint={own.nextHint} type="date" {...field('next')} />
        {problem === null ? null : <ProblemPanel problem={problem} />}
      </form>
    </Dialog>
  );
}
