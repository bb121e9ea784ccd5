import { useEffect, useState } from 'react';
import type { Announcements } from '../../../src/operations/announcement/list.ts';
import { call } from '../../api/call.ts';
import { refresh, useChange } from '../../api/queries.ts';
import { Button } from '../../parts/button.tsx';
import { Edged } from '../../parts/edged.tsx';
import { TextArea, TextField } from '../../parts/field.tsx';
import { say } from '../../parts/notices.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { Switch } from '../../parts/switch.tsx';
import { told as inWords } from '../../parts/told.ts';
import { words } from '../../words/outside.ts';
import { type Decided, idsOf } from '../review/publication/decided.ts';
import type { Suspect } from '../review/publication/preview-report.tsx';
import { Suspects } from '../review/publication/suspects.tsx';
import style from './tell.module.css';
import { inputOf, isAnywhere, noWays, type Ways, WaysFields } from './ways.tsx';

const own = words.tell;

type Stage = keyof typeof own.stages;
type Message = { subject: string; text: string };
type Checked = Message & {
  unfilled: string[];
  removed: { kind: string; text: string; place: string }[];
  suspects: Suspect[];
};

/** A message: filled from the document, written, looked through, sent. */
export function Writing({ incident, told }: { incident: string; told: Announcements }) {
  const [stage, setStage] = useState<Stage>(told.items.length === 0 ? 'initial' : 'update');
  const [message, setMessage] = useState<Message>({ subject: '', text: '' });
  const [seen, setSeen] = useState<Checked>();
  const [decided, setDecided] = useState<Decided>(new Map());
  const [ways, setWays] = useState<Ways>(() => noWays(told, stage));
  const preview = useChange<Checked>('announcement.preview');
  const sending = useChange<{ receivers: number }>('announcement.send');
  const take = (answer: Checked | undefined) => {
    if (answer === undefined) return;
    setSeen(answer);
    setMessage({ subject: answer.subject, text: answer.text });
  };
  useEffect(() => {
    const ended = new AbortController();
    // Where it cannot be filled, it is written by hand; looking it through says what is wrong.
    void call<Checked>('announcement.preview', { incident, stage }, { signal: ended.signal })
      .then(take)
      .catch(() => undefined);
    return () => ended.abort();
  }, [incident, stage]);
  const isSeen = seen !== undefined && seen.subject === message.subject && seen.text === message.text;
  const open = isSeen && seen.suspects.some(({ id }) => decided.get(id) !== 'accepted');
  const accepted = idsOf(decided, 'accepted');
  const check = async () => {
    sending.reset();
    take(await preview.attempt({ incident, stage, ...message, accepted }));
  };
  const decide = (ids: readonly string[], choice: 'accepted' | 'redacted') => {
    setDecided(new Map([...decided, ...ids.map((id) => [id, choice] as const)]));
    if (choice === 'accepted' || seen === undefined) return;
    // What is not to stay goes out of the text in front of the writer, who sees what is left of the sentence.
    const out = seen.suspects.filter(({ id }) => ids.includes(id));
    const without = (text: string) => out.reduce((rest, { text: words }) => rest.replaceAll(words, '…'), text);
    setMessage({ subject: without(message.subject), text: without(message.text) });
  };
  const send = async () => {
    const done = await sending.attempt({ incident, stage, ...message, accepted, ...inputOf(ways) });
    if (done === undefined) return;
    say(own.sent(done.receivers));
    setWays(noWays(told, stage));
    await refresh('announcement.list', 'incident.show');
  };
  const problem = sending.problem ?? preview.problem;
  return (
    <Panel title={own.write}>
      <div className={style.form}>
        <p className={style.quiet}>{own.intro}</p>
        <Switch
          label={own.stage}
          options={own.stages}
          chosen={stage}
          choose={(name) => {
            setStage(name);
            setWays(noWays(told, name));
          }}
        />
        <TextField
          label={own.subject}
          value={message.subject}
          maxLength={200}
          onChange={({ target }) => setMessage({ ...message, subject: target.value })}
        />
        <TextArea
          label={own.text}
          value={message.text}
          maxLength={10_000}
          onChange={({ target }) => setMessage({ ...message, text: target.value })}
        />
        {isSeen && seen.unfilled.length > 0 ? (
          <Edged tone="warning" as="p" role="status">
            {own.unfilled(seen.unfilled.join(', '))}
          </Edged>
        ) : null}
        {isSeen && seen.removed.length > 0 ? (
          <Edged tone="plain">
            <p>{own.removed(seen.removed.length)}</p>
            <ul className={style.taken}>
              {seen.removed.map(({ kind, text }, index) => (
                <li key={index}>{own.taken(inWords(kind), text)}</li>
              ))}
            </ul>
          </Edged>
        ) : null}
        {isSeen && seen.suspects.length > 0 ? (
          <Suspects suspects={seen.suspects} decided={decided} decide={decide} />
        ) : null}
        <WaysFields told={told} ways={ways} change={setWays} />
        {problem === null ? null : <ProblemPanel problem={problem} />}
        <div className={style.buttons}>
          {isSeen ? (
            <Button
              look="main"
              busy={sending.busy}
              disabled={open || seen.unfilled.length > 0 || !isAnywhere(ways)}
              onClick={() => void send()}
            >
              {own.send}
            </Button>
          ) : (
            <Button look="main" busy={preview.busy} onClick={() => void check()}>
              {own.check}
            </Button>
          )}
          <span className={style.quiet} role="status">
            {isSeen ? (isAnywhere(ways) ? '' : own.nowhere) : own.checking}
          </span>
        </div>
      </div>
    </Panel>
  );
}
