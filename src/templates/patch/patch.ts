import { type MarkdownDoc, parseMarkdown } from '../../markdown/blocks.ts';
import { type BoundReading, readBound } from '../read/read.ts';
import type { Template } from '../template.ts';
import { insertEntry } from './insert-entry.ts';
import { PatchError } from './patch-error.ts';
import { removeEntry } from './remove-entry.ts';
import { setValue } from './set-value.ts';
import { parseTarget, type Target } from './target.ts';

/** What a field can be set to; an object is a new entry of a collection, undefined clears or removes. */
export type PatchValue = string | boolean | { readonly [key: string]: unknown } | undefined;

/** All that a patch works on. */
export type PatchInput = {
  source: string;
  doc: MarkdownDoc;
  template: Template;
  reading: BoundReading;
  target: Target;
};

/**
 * Changes one value of a document and nothing else: sets a field (`incident.severity`, `actions[3].due`), adds an entry
 * (`timeline[-]` with an object) or removes one (`actions[3]` with undefined). The result is read again; when anything
 * but that value would differ, PatchError says what, and nothing is changed.
 */
export function patchDocument(source: string, template: Template, path: string, value: PatchValue): string {
  const target = parseTarget(path);
  const doc = parseMarkdown(source);
  const input: PatchInput = { source, doc, template, reading: readBound(doc, template), target };
  const { collection, key, index } = target;
  if (collection === undefined || collection === 'claims' || key !== undefined) {
    if (typeof value === 'object') throw new PatchError(path, 'one field holds text or a tick, not an entry.');
    return setValue(input, value);
  }
  if (value === undefined) return removeEntry(input, index ?? -1);
  if (index !== undefined && index >= 0)
    throw new PatchError(path, 'an entry that is there is set field by field.', `Name the field: ${path}.text.`);
  if (typeof value !== 'object')
    throw new PatchError(path, 'a new entry is an object.', `Write it as ${path}={"text": "..."}.`);
  return insertEntry(input, value);
}
