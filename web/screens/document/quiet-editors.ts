import { memo } from 'react';
import { Entries as AnyEntries } from '../../editors/entries/index.ts';
import { FieldEditor as AnyFieldEditor } from '../../editors/field/index.ts';
import { Prose as AnyProse } from '../../editors/prose/index.ts';

// What is lit or marked must not draw a hundred fields and forty lists again.

/** The list editor, drawn again only when its own entries or what marks them changed. */
export const Entries = memo(AnyEntries);

/** The editor of one value, drawn again only when it changed. */
export const FieldEditor = memo(AnyFieldEditor);

/** The editor of a text, drawn again only when it changed. */
export const Prose = memo(AnyProse);
