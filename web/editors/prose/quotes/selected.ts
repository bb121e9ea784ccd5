import type { LiveQuote } from './quoted.ts';

/** A text that is shown, as those who speak of it need it. */
export type ShownText = {
  path: string;
  label: string;
  /** What is selected in it; undefined when nothing is. */
  selected: () => LiveQuote | undefined;
};

const shown = new WeakMap<Element, ShownText>();

/** Says which element shows a text, as long as it does. */
export function registerText(element: Element, text: ShownText): () => void {
  shown.set(element, text);
  element.setAttribute('data-prose', text.path);
  return () => void shown.delete(element);
}

/** The text that an element belongs to. */
export function textAround(element: Element | null | undefined): ShownText | undefined {
  const frame = element?.closest('[data-prose]');
  return frame === null || frame === undefined ? undefined : shown.get(frame);
}
