import { type ComponentProps, memo } from 'react';
import { Entries as AnyEntries } from '../../editors/entries/index.ts';
import { FieldEditor as AnyFieldEditor } from '../../editors/field/index.ts';
import { Prose as AnyProse } from '../../editors/prose/index.ts';
import type { KeptEntry } from './record-at.ts';

// A change of one event must not draw a hundred fields and forty lists again: figures follow within a frame.

type EntriesProps = Omit<ComponentProps<typeof AnyEntries>, 'entries'> & { entries: readonly KeptEntry[] };

const isSame = (a: KeptEntry, b: KeptEntry | undefined): boolean =>
  a.id === b?.id && a.version === b.version && a.value === b.value && a.index === b.index;

/** The list editor, drawn again only when its own entries or what marks them changed. */
export const Entries = memo<EntriesProps>(AnyEntries, (before, after) => {
  const keys = Object.keys(after) as (keyof EntriesProps)[];
  return keys.every((key) =>
    key === 'entries'
      ? before.entries.length === after.entries.length &&
        before.entries.every((entry, index) => isSame(entry, after.entries[index]))
      : before[key] === after[key],
  );
});

/** The editor of one value, drawn again only when it changed. */
export const FieldEditor = memo(AnyFieldEditor);

/** The editor of a text, drawn again only when it changed. */
export const Prose = memo(AnyProse);
