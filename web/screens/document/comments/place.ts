import type { PartVersions } from '../../../../src/operations/part/assemble.ts';
import { type LiveQuote, textAround } from '../../../editors/prose/index.ts';
import { words } from '../../../words/index.ts';
import { fieldName } from '../../../parts/field-name.ts';

/** A place of the record that somebody wants to speak of. */
export type Chosen = { path: string; quote?: LiveQuote };

/** `timeline[2].text` as the server names it, `timeline/UUID.text`; undefined for what is no place of a record. */
function namedPath(path: string, versions: PartVersions): string | undefined {
  const [, key = '', index = '', field = ''] = /^(\w+)\[(\d+)\]((?:\.\w+)*)$/.exec(path) ?? [];
  const kept = versions[key === '' ? path : key];
  if (key === '') return /^\w+(?:\.\w+)*$/.test(path) && !Array.isArray(kept) ? path : undefined;
  const id = Array.isArray(kept) ? kept[Number(index)]?.id : undefined;
  return id === undefined ? undefined : `${key}/${id}${field}`;
}

/** `timeline/UUID.text` as the page names it, `timeline[2].text`. */
export function numberedPath(path: string, versions: PartVersions): string {
  const [, key = '', id = '', field = ''] = /^(\w+)\/([\w-]+)(.*)$/.exec(path) ?? [];
  const kept = versions[key];
  const index = Array.isArray(kept) ? kept.findIndex((entry) => entry.id === id) : -1;
  return index < 0 ? path : `${key}[${index}]${field}`;
}

/** The place of the record that an element shows. */
function placeOf(element: Element | null, versions: PartVersions): Chosen | undefined {
  for (let shown = element?.closest('[data-path]'); shown; shown = shown.parentElement?.closest('[data-path]')) {
    const path = namedPath(shown.getAttribute('data-path') ?? '', versions);
    if (path !== undefined) return { path };
  }
  return undefined;
}

const elementOf = (node: Node | null | undefined): Element | null =>
  node instanceof Element ? node : (node?.parentElement ?? null);

const isPaper = (element: Element | null): element is Element => element?.closest('main article') !== null;

/** What is selected on the sheet: words of a text, or the place that the selection lies in; undefined without a selection. */
export function selectedPlace(versions: PartVersions): Chosen | undefined {
  const selection = getSelection();
  const element = elementOf(selection?.anchorNode);
  if (selection === null || selection.isCollapsed || !isPaper(element)) return undefined;
  const text = textAround(element);
  if (text === undefined) return placeOf(element, versions);
  const quote = text.selected();
  return quote === undefined || quote.text.trim() === '' ? undefined : { path: text.path, quote };
}

/** The place that the keyboard is at. */
export function focusedPlace(versions: PartVersions): Chosen | undefined {
  const element = document.activeElement;
  return isPaper(element) ? placeOf(element, versions) : undefined;
}

/** What a thread speaks of, in words. */
export function placeWords(path: string | undefined, quote: { text: string } | null | undefined): string {
  if (path === undefined) return words.comments.whole;
  if (quote !== null && quote !== undefined) return words.comments.quoted(quote.text);
  return fieldName(path);
}

/** The element that shows a place of the record, or what it is a part of; undefined where the document has neither. */
export function placeShown(path: string, versions: PartVersions): Element | undefined {
  for (let shown = numberedPath(path, versions); shown !== ''; shown = shown.replace(/(?:^|[.[])[^.[]*$/, '')) {
    const found = document.querySelector(`main article [data-path="${CSS.escape(shown)}"]`);
    if (found !== null) return found;
  }
  return undefined;
}

/** The element beside which a thread stands: the mark of its words, else its place, else the sheet. */
export function elementFor(id: string, path: string | undefined, versions: PartVersions): Element | null {
  const mark = document.querySelector(`[data-threads~="${CSS.escape(id)}"]`);
  const place = mark ?? (path === undefined ? undefined : placeShown(path, versions));
  return place ?? document.querySelector('main article h1');
}
