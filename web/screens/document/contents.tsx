import { useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { words } from '../../words/index.ts';
import style from './contents.module.css';
import { Pages } from './pages.tsx';
import { type Document, useDocument } from './shown.ts';

type Entry = { id: string; title: string; count: number };

/** The sections of the first two levels, each with how many entries stand in it and below it. */
function entriesOf({ layout, placement, left }: Document): Entry[] {
  const entries: Entry[] = [];
  for (const { id, title, level, items } of layout.sections) {
    if (level === 1 && entries.length === 0) continue;
    if (level <= 2 && title !== '') entries.push({ id, title, count: 0 });
    const last = entries.at(-1);
    if (last === undefined) continue;
    for (const item of items) {
      const placed = item.kind === 'entries' ? placement.at.get(item) : undefined;
      if (placed !== undefined) last.count += placed.open.length + placed.fixed.flat().length;
    }
  }
  if (left().length > 0) entries.push({ id: 'also', title: words.document.also, count: 0 });
  return entries;
}

/** The section that is read at the moment: the last one whose heading has passed the upper third of the screen. */
function useHere(entries: readonly Entry[]): string | undefined {
  const [here, setHere] = useState<string>();
  useEffect(() => {
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const passed = entries.findLast(
          ({ id }) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) < innerHeight / 3,
        );
        setHere(passed?.id);
      });
    };
    look();
    addEventListener('scroll', look, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', look);
    };
  }, [entries]);
  return here;
}

function List({ entries, here }: { entries: readonly Entry[]; here: string | undefined }) {
  return (
    <ul className={style.list}>
      {entries.map(({ id, title, count }) => (
        <li key={id}>
          <a
            className={here === id ? style.here : style.entry}
            href={`#${encodeURIComponent(id)}`}
            aria-current={here === id ? 'location' : undefined}
          >
            <span>{title}</span>
            {count === 0 ? null : <span className={style.count}>{count}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Where the margin stands below the sheet, the ways to it. */
function ToMargin() {
  const { findings } = useDocument().shown;
  const { figures, findings: found } = words.document;
  return (
    <p className={style.toMargin}>
      <a className={style.page} href="#margin-figures">
        {figures.title}
      </a>
      <a className={style.page} href="#margin-findings">
        {found.title} {findings.length}
      </a>
    </p>
  );
}

/** The way through the document: in the app's navigation, and on narrow screens in a list that opens. */
export function Contents({ slot }: { slot: Element | null }) {
  const shown = useDocument();
  const entries = useMemo(() => entriesOf(shown), [shown]);
  const here = useHere(entries);
  const wide =
    slot === null
      ? null
      : createPortal(
          <div className={style.wide}>
            <p className={style.title}>{words.document.contents}</p>
            <Pages />
            <List entries={entries} here={here} />
          </div>,
          slot,
        );
  return (
    <>
      {wide}
      <div className={style.bar}>
        <details className={style.narrow}>
          <summary className={style.summary}>{words.document.contents}</summary>
          <Pages />
          <nav aria-label={words.document.contents}>
            <List entries={entries} here={here} />
          </nav>
        </details>
        <ToMargin />
      </div>
    </>
  );
}
