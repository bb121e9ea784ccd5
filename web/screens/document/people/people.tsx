import type { CSSProperties } from 'react';
import { labelOf, useRoom } from '../../../editors/prose/index.ts';
import { words } from '../../../words/index.ts';
import { useGoTo } from '../go-to.ts';
import { Menu, menuEntry } from '../head/menu.tsx';
import { useDocument } from '../shown.ts';
import { initials } from './initials.ts';
import style from './people.module.css';
import { type Present, usePresent } from './present.ts';
import { useComings } from './use-comings.ts';

const own = words.document.people;
const mostShown = 5;

const Face = ({ person: { name, kind, color } }: { person: Present }) => (
  <span
    className={kind === 'agent' ? style.agent : style.face}
    style={{ '--person': color } as CSSProperties}
    data-initials={initials(name)}
  />
);

/** What somebody does here, in words; a button that leads to the text they write in. */
function usePlace(incident: string): (person: Present) => { text: string; go: (() => void) | undefined } {
  const goTo = useGoTo();
  return ({ name, kind, at }) => {
    const who = kind === 'agent' ? own.agent(name) : name;
    if (at === undefined) return { text: own.reads(who), go: undefined };
    return { text: own.writes(who, labelOf(incident, at)), go: () => void goTo(at) };
  };
}

/** Who else has the document open: initials in the colour of their cursor, and on a narrow screen how many they are. */
export function People() {
  const { id } = useDocument().shown;
  useRoom(id);
  const present = usePresent(id);
  const placeOf = usePlace(id);
  const news = useComings(present);
  const shown = present.slice(0, present.length > mostShown ? mostShown - 1 : mostShown);
  const more = present.length - shown.length;
  const list = (people: Present[]) =>
    people.map((person) => {
      const { text, go } = placeOf(person);
      return (
        <li key={person.id}>
          <button type="button" className={menuEntry} aria-disabled={go === undefined || undefined} onClick={go}>
            <Face person={person} /> {text}
          </button>
        </li>
      );
    });
  return (
    <div className={style.people} role="group" aria-label={own.title}>
      <span className="aside" role="status">
        {news}
      </span>
      {present.length === 0 ? null : (
        <>
          <ul className={style.faces}>
            {shown.map((person) => {
              const { text, go } = placeOf(person);
              return (
                <li key={person.id}>
                  <button
                    type="button"
                    className={style.button}
                    aria-label={text}
                    aria-disabled={go === undefined || undefined}
                    onClick={go}
                  >
                    <Face person={person} />
                    <span className={style.name} aria-hidden="true">
                      {text}
                    </span>
                  </button>
                </li>
              );
            })}
            {more === 0 ? null : (
              <li>
                <Menu label={own.more(more)}>{list(present.slice(shown.length))}</Menu>
              </li>
            )}
          </ul>
          <div className={style.narrow}>
            <Menu label={own.here(present.length)}>{list(present)}</Menu>
          </div>
        </>
      )}
    </div>
  );
}
