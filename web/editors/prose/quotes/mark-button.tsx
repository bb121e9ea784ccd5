import style from './markers.module.css';

/** Marks so near each other share one place beside the text. */
const nearPx = 20;

/** Something that is spoken of, and how far below its frame's top edge it stands. */
type Placed = { id: string; top: number; active: boolean };

/** What is spoken of at one height. */
export type Mark = { ids: string[]; top: number; active: boolean };

/** Marks from top to bottom. */
export function gathered(places: readonly Placed[]): Mark[] {
  const marks: Mark[] = [];
  for (const { id, top, active } of places.toSorted((a, b) => a.top - b.top)) {
    const last = marks.at(-1);
    if (last === undefined || top - last.top > nearPx) marks.push({ ids: [id], top, active });
    else {
      last.ids.push(id);
      last.active ||= active;
    }
  }
  return marks;
}

type Props = { mark: Mark; label: string; show: () => void; className?: string | undefined };

/** Leads from what is spoken of to what is said. */
export function MarkButton({ mark: { ids, top, active }, label, show, className = style.beside }: Props) {
  return (
    <button
      type="button"
      className={`${style.marker} ${className}`}
      data-threads={ids.join(' ')}
      data-active={active || undefined}
      aria-label={label}
      title={label}
      ref={(button) => button?.style.setProperty('--top', `${Math.round(top)}px`)}
      onClick={show}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M2.5 3h11v8h-6l-3 2.5V11h-2z" />
      </svg>
      {ids.length > 1 ? <span aria-hidden="true">{ids.length}</span> : null}
    </button>
  );
}
