import { type KeyboardEvent, type RefCallback, useId, useRef, useState } from 'react';
import type { FieldKind } from '../../../src/record/field.ts';
import { useKept } from '../saving/unsaved.ts';
import style from './input.module.css';

/** How somebody left an input: what happens to the focus depends on it. */
export type Leaving = 'enter' | 'next' | 'previous' | 'blur';

type Props = {
  kind: FieldKind;
  label: string;
  text: string;
  /** Why what stands there cannot be saved. */
  wrong?: string | undefined;
  suggestions?: readonly string[];
  /** Tab is told as `next` and `previous` instead of leaving. */
  tabs?: boolean;
  done: (text: string, leaving: Leaving) => void;
  giveUp: (text: string) => void;
};

const isIsoDay = (text: string): boolean => text === '' || /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Focused when it comes, with the caret at the end of what stands there. */
const focusAtEnd: RefCallback<HTMLInputElement | HTMLTextAreaElement> = (input) => {
  if (input === null) return;
  input.focus({ preventScroll: true });
  if (input.type !== 'date') input.setSelectionRange(input.value.length, input.value.length);
};

/** One value being written, in the place where it is read: Enter or leaving is done, Escape gives up. */
export function ValueInput({ kind, label, text, wrong, suggestions = [], tabs = false, done, giveUp }: Props) {
  const id = useId();
  const [written, setWritten] = useState(text);
  useKept(wrong !== undefined || written !== text);
  // Leaving by a key takes the input away, which blurs it once more.
  const left = useRef(false);
  const leave = (leaving: Leaving) => {
    if (left.current) return;
    left.current = true;
    done(written, leaving);
  };
  const takeKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const keepsLine = event.shiftKey && kind === 'prose';
    if (event.key === 'Enter' && !keepsLine && !event.ctrlKey && !event.metaKey) leave('enter');
    else if (event.key === 'Escape') {
      left.current = true;
      giveUp(written);
    } else if (event.key === 'Tab' && tabs) leave(event.shiftKey ? 'previous' : 'next');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shared = {
    className: style.input,
    'aria-label': label,
    'aria-invalid': wrong === undefined ? undefined : true,
    'aria-describedby': wrong === undefined ? undefined : `${id}-wrong`,
    value: written,
    onChange: ({ target }: { target: { value: string } }) => setWritten(target.value),
    onKeyDown: takeKey,
    onBlur: () => leave('blur'),
    ref: focusAtEnd,
  };
  return (
    <>
      {kind === 'prose' || (kind === 'line' && suggestions.length === 0) ? (
        <textarea rows={1} {...shared} />
      ) : kind === 'day' && isIsoDay(text) ? (
        <input type="date" {...shared} />
      ) : (
        <input
          type="text"
          autoComplete="off"
          {...shared}
          {...(suggestions.length > 0 ? { list: `${id}-words` } : {})}
        />
      )}
      {suggestions.length === 0 ? null : (
        <datalist id={`${id}-words`}>
          {suggestions.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
      {wrong === undefined ? null : (
        <span id={`${id}-wrong`} className={style.wrong} role="alert">
          {wrong}
        </span>
      )}
    </>
  );
}
