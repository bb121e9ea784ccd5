import { Button } from '../../../parts/button.tsx';
import { Edged } from '../../../parts/edged.tsx';
import { told } from '../../../parts/told.ts';
import { words } from '../../../words/outside.ts';
import { type Decided, groupsOf, type SuspectGroup } from './decided.ts';
import type { Suspect } from './preview-report.tsx';
import style from './suspects.module.css';

const own = words.publishing;

type Decide = (ids: readonly string[], choice: 'accepted' | 'redacted') => void;

export type SuspectsProps = { suspects: readonly Suspect[]; decided: Decided; decide: Decide };

/** Sentences that are shown of words that stand in many places. */
const mostShown = 4;

function Choice({ group, decided, decide }: { group: SuspectGroup; decided: Decided; decide: Decide }) {
  const { text, all } = group;
  const ids = all.map(({ id }) => id);
  const is = (choice: 'accepted' | 'redacted') => ids.every((id) => decided.get(id) === choice);
  const name = text === '' ? told(all[0]?.kind ?? '') : text;
  return (
    <span className={style.choice}>
      <Button
        look={is('accepted') ? 'main' : 'plain'}
        aria-pressed={is('accepted')}
        aria-label={own.acceptOf(name)}
        onClick={() => decide(ids, 'accepted')}
      >
        {own.accept}
      </Button>
      <Button
        look={is('redacted') ? 'danger' : 'plain'}
        aria-pressed={is('redacted')}
        aria-label={own.redactOf(name)}
        onClick={() => decide(ids, 'redacted')}
      >
        {own.redact}
      </Button>
    </span>
  );
}

function Group({ group, decided, decide }: { group: SuspectGroup; decided: Decided; decide: Decide }) {
  const { all } = group;
  return (
    <li className={style.suspect}>
      <ul className={style.sentences}>
        {all.slice(0, mostShown).map(({ id, text, before, after, place }) => (
          <li key={id}>
            {before}
            {decided.get(id) === 'redacted' ? <del>{text}</del> : <mark className={style.mark}>{text}</mark>}
            {after} <span className={style.place}>{place}</span>
          </li>
        ))}
        {all.length > mostShown ? <li className={style.place}>{own.sameText(all.length)}</li> : null}
      </ul>
      <Choice group={group} decided={decided} decide={decide} />
    </li>
  );
}

/** What still looks like a leak, each in its sentence, with what a person decides about it. */
export function Suspects({ suspects, decided, decide }: SuspectsProps) {
  if (suspects.length === 0) return <p>{own.suspectsNone}</p>;
  const open = suspects.filter(({ id }) => !decided.has(id)).length;
  return (
    <Edged tone={open > 0 ? 'warning' : 'good'} className={style.suspects}>
      <h3>{own.suspects}</h3>
      <p role="status">{open > 0 ? own.undecided(open) : own.decidedAll}</p>
      {groupsOf(suspects).map(({ kind, groups, ids }) => (
        <section key={kind} className={style.kind} aria-label={told(kind)}>
          <div className={style.head}>
            <h4>{own.ofKind(told(kind), ids.length)}</h4>
            {groups.length < 2 ? null : (
              <span className={style.choice}>
                <Button look="quiet" onClick={() => decide(ids, 'accepted')}>
                  {own.acceptAll}
                </Button>
                <Button look="quiet" onClick={() => decide(ids, 'redacted')}>
                  {own.redactAll}
                </Button>
              </span>
            )}
          </div>
          <ul className={style.groups}>
            {groups.map((group) => (
              <Group key={group.text} group={group} decided={decided} decide={decide} />
            ))}
          </ul>
        </section>
      ))}
    </Edged>
  );
}
