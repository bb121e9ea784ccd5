import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import style from './field.module.css';

type Around = {
  label: string;
  /** What to write, under the label. */
  hint?: string | undefined;
  /** What is wrong with it, and how to mend it. */
  error?: string | undefined;
  /** The label is read but not seen, where a heading says the same. */
  quietLabel?: boolean | undefined;
};

function Frame({ id, label, hint, error, quietLabel, children }: Around & { id: string; children: ReactNode }) {
  return (
    <div className={style.field}>
      <label htmlFor={id} className={quietLabel === true ? 'aside' : style.label}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={style.hint}>
          {hint}
        </p>
      )}
      {children}
      {error === undefined ? null : (
        <p id={`${id}-error`} className={style.error}>
          {error}
        </p>
      )}
    </div>
  );
}

const described = (id: string, { hint, error }: Around) => ({
  id,
  'aria-invalid': error === undefined ? undefined : true,
  'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
});

/** One line of text with its label. */
export function TextField({ label, hint, error, quietLabel, ...rest }: Around & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <Frame {...{ id, label, hint, error, quietLabel }}>
      <input className={style.input} {...described(id, { label, hint, error })} {...rest} />
    </Frame>
  );
}

/** Several lines of text; it grows with what is written. */
export function TextArea({
  label,
  hint,
  error,
  quietLabel,
  ...rest
}: Around & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId();
  return (
    <Frame {...{ id, label, hint, error, quietLabel }}>
      <textarea className={`${style.input} ${style.area}`} {...described(id, { label, hint, error })} {...rest} />
    </Frame>
  );
}

type Options = { options: { value: string; label: string }[] };

/** One of several. */
export function Select({
  label,
  hint,
  error,
  quietLabel,
  options,
  ...rest
}: Around & Options & SelectHTMLAttributes<HTMLSelectElement>) {
  const id = useId();
  return (
    <Frame {...{ id, label, hint, error, quietLabel }}>
      <select className={style.input} {...described(id, { label, hint, error })} {...rest}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}
