import { stripVTControlCharacters } from 'node:util';

/** A private mode that no terminal has, so that each of them ignores it: hooks put it around what a command says. */
export const markNumber = 6973;

// oxlint-disable-next-line no-control-regex
const mark = /\u001B\[\?6973;(\d{1,9})([hl])/;
const longestMark = 24;
/** So much of what one command says is held; the end of more is left out. */
const mostChars = 65_536;
const alternateScreen = '\u001B[?1049h';

/** What a terminal showed, as text: without colours, of a line that was written over the last state. */
export function shownText(raw: string): string {
  if (raw.includes(alternateScreen)) return '(a program that used the whole screen)';
  const lines = stripVTControlCharacters(raw).replaceAll(/\r+\n/g, '\n').split('\n');
  return lines
    .map((line) => line.split('\r').findLast((part) => part !== '') ?? '')
    .join('\n')
    .trimEnd();
}

/** Cuts what a terminal was sent into what each command said, by the marks around it, however it comes in chunks. */
export function outputReader(said: (id: string, output: string) => void) {
  let [begun, held, id]: [string, string, string | undefined] = ['', '', undefined];
  const take = (text: string): void => {
    if (id !== undefined && held.length < mostChars) held += text.slice(0, mostChars - held.length);
  };
  return (chunk: string): void => {
    begun += chunk;
    for (let found = mark.exec(begun); found !== null; found = mark.exec(begun)) {
      take(begun.slice(0, found.index));
      begun = begun.slice(found.index + found[0].length);
      if (found[2] === 'l' && found[1] === id) said(id ?? '', shownText(held));
      [id, held] = [found[2] === 'h' ? found[1] : undefined, ''];
    }
    // A mark may be cut in the middle.
    const escape = begun.lastIndexOf('\u001B');
    const keep = escape >= 0 && begun.length - escape < longestMark ? escape : begun.length;
    take(begun.slice(0, keep));
    begun = begun.slice(keep);
  };
}
