import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { words } from '../../words/following.ts';
import style from './table.module.css';

type Props = {
  /** Which field of what this is; read out before the value. */
  label: string;
  value: string;
  kind: 'text' | 'date' | 'choice';
  /** Words to choose from, or offered while somebody writes. */
  options?: { value: string; label: string }[];
  save: (value: string) => Promise<void>;
  children: ReactNode;
};

/** A value that becomes an input where it stands. Enter or leaving it saves, Escape does not; the focus comes back. */
export function Editable({ label, value, kind, options = [], save, children }: Props) {
  const [draft, setDraft] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  const ended = useRef(false);
  const end = (wanted: string | undefined, refocus: boolean) => {
    if (ended.current) return;
    ended.current = true;
    setDraft(undefined);
    if (refocus) requestAnimationFrame(() => button.current?.focus());
    if (wanted !== undefined && wanted !== value) void save(wanted);
  };
  if (draft === undefined)
    return (
      <button
        ref={button}
        type="button"
        className={style.editable}
        onClick={() => {
          ended.current = false;
          setDraft(kind === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(value) ? '' : value);
        }}
      >
        <span className="aside">{label}: </span>
        {children}
        <span className="aside">. {words.actions.change}</span>
      </button>
    );
  const common = {
    'aria-label': label,
    className: style.input,
    autoFocus: true,
    onBlur: () => end(draft, false),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter') end(draft, true);
      else if (event.key === 'Escape') end(undefined, true);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
  if (kind === 'choice')
    return (
      <select {...common} value={draft} onChange={({ target }) => setDraft(target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  return (
    <input
      {...common}
      type={kind}
      value={draft}
      maxLength={300}
      list={kind === 'text' ? 'action-people' : undefined}
      onChange={({ target }) => setDraft(target.value)}
    />
  );
}
