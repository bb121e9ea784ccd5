import type { ReactNode, RefObject } from 'react';
import { Select } from './field.tsx';
import style from './filters.module.css';

type BarProps = {
  label: string;
  /** The field for words, first and widest. */
  words: ReactNode;
  /** Where that field is. */
  field: RefObject<HTMLDivElement | null>;
  children: ReactNode;
};

/** What narrows a list, in one line. */
export const FilterBar = ({ label, words, field, children }: BarProps) => (
  <search className={style.filters} aria-label={label}>
    <div ref={field} className={style.words}>
      {words}
    </div>
    {children}
  </search>
);

type SelectProps = {
  label: string;
  /** What stands there while nothing is chosen. */
  any: string;
  options: { value: string; label: string }[];
  value: string | undefined;
  /** Told what was chosen, or an empty text. */
  change: (value: string) => void;
};

/** Narrows a list to one of several values. */
export const FilterSelect = ({ label, any, options, value = '', change }: SelectProps) => (
  <Select
    label={label}
    quietLabel
    value={value}
    options={[{ value: '', label: any }, ...options]}
    onChange={({ target }) => change(target.value)}
  />
);

/** Each value once as an option; the one that is chosen is among them even when no row has it. */
export const optionsOf = (values: readonly string[], chosen: string | undefined) =>
  [...new Set(chosen === undefined ? values : [...values, chosen])]
    .toSorted()
    .map((value) => ({ value, label: value }));
