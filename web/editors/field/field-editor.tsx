import { useRef, useState } from 'react';
import type { FieldKind } from '../../../src/record/field.ts';
import { asProblem, problemText } from '../../api/problem.ts';
import { say } from '../../parts/notices.tsx';
import { Tick } from '../../parts/tick.tsx';
import { words } from '../../words/index.ts';
import { type Conflict, ConflictDialog } from '../conflict-dialog.tsx';
import { setFields } from '../saving/set-fields.ts';
import { remember } from '../undo.ts';
import style from './field-editor.module.css';
import { type Leaving, ValueInput } from './input.tsx';
import { useOffered } from './offered.ts';
import { readInput } from './read-input.ts';
import type { TimeContext } from './time-input.ts';
import { inputText, valueText } from './value-text.ts';

type Props = {
  incident: string;
  part: string;
  /** Within the part or from the record on: `customers.users` and `impact.customers.users` are the same of the part `impact`. */
  path: string;
  label: string;
  kind: FieldKind;
  value: unknown;
  /** The version of the part that is shown; 0 when there is none yet. */
  version: number;
  readOnly: boolean;
  /** Words to offer, where the template has its own. */
  suggestions?: readonly string[];
  /** The day and zone of a time that is written without. */
  context?: TimeContext;
};

type Editing = { text: string; seen: number; wrong?: string };

const within = (part: string, path: string): string =>
  path === part ? '' : path.startsWith(`${part}.`) ? path.slice(part.length + 1) : path;

/** One value of the record as text of the page, edited in place by click, Enter or F2. */
export function FieldEditor({
  incident,
  part,
  path,
  label,
  kind,
  value,
  version,
  readOnly,
  suggestions,
  context,
}: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [editing, setEditing] = useState<Editing>();
  const [conflict, setConflict] = useState<Conflict & { text: string }>();
  const own = within(part, path);
  const offered = useOffered(`${part}.${own}`);
  const text = valueText(kind, value);
  const focus = () => requestAnimationFrame(() => button.current?.focus());

  const save = async (wanted: unknown, written: string, seen: number) => {
    try {
      const work = setFields({ incident, key: part, id: '' }, { [own]: wanted }, seen);
      const undo = remember(label, work);
      await work;
      say(words.editors.saved(label), undo);
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code === 'record.conflict') setConflict({ ...(problem.data as Conflict), text: written });
      else setEditing({ text: written, seen, wrong: problemText(problem) });
    }
  };
  const done = (written: string, leaving: Leaving) => {
    if (editing === undefined) return;
    const read = readInput(kind, written, context);
    if ('wrong' in read) return setEditing({ ...editing, text: written, wrong: read.wrong });
    setEditing(undefined);
    if (leaving === 'enter') focus();
    if (written !== inputText(kind, value) || editing.wrong !== undefined) void save(read.value, written, editing.seen);
  };
  const open = () => setEditing({ text: inputText(kind, value), seen: version });

  if (readOnly)
    return text === '' ? (
      <span className={style.none}>{words.common.none}</span>
    ) : (
      <span className={style.text}>{text}</span>
    );
  if (kind === 'flag')
    return (
      <Tick
        aria-label={label}
        checked={value === true}
        onChange={({ target }) => void save(target.checked, '', version)}
      />
    );
  if (conflict !== undefined) {
    const settle = (next?: () => void) => {
      setConflict(undefined);
      next?.();
      focus();
    };
    const { yours, theirs, version: newer, text: written } = conflict;
    return (
      <ConflictDialog
        label={label}
        yours={valueText(kind, yours)}
        theirs={valueText(kind, theirs)}
        keep={() => settle(() => void save(yours, written, newer))}
        take={() => settle()}
        later={() => settle(() => setEditing({ text: written, seen: newer }))}
      />
    );
  }
  if (editing !== undefined)
    return (
      <ValueInput
        key={editing.wrong ?? ''}
        {...{ kind, label, text: editing.text, wrong: editing.wrong, done }}
        suggestions={suggestions ?? offered}
        giveUp={() => {
          setEditing(undefined);
          focus();
        }}
      />
    );
  return (
    <button
      ref={button}
      type="button"
      className={text === '' ? style.empty : style.value}
      aria-label={text === '' ? words.editors.addTo(label) : `${label}: ${text}`}
      onClick={open}
      onKeyDown={(event) => event.key === 'F2' && open()}
    >
      {text === '' ? words.editors.add : text}
    </button>
  );
}
