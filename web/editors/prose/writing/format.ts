import { type ChangeSpec, EditorSelection, type EditorState, type Line } from '@codemirror/state';
import type { Command } from '@codemirror/view';
import { words } from '../../../words/index.ts';

/** Puts a sign on both sides of what is selected, or takes it away where it stands already. */
export const around =
  (sign: string): Command =>
  ({ state, dispatch }) => {
    const change = state.changeByRange(({ from, to }) => {
      const [before, after] = [from - sign.length, to + sign.length];
      const stands =
        before >= 0 && state.sliceDoc(before, from) === sign && state.sliceDoc(to, after) === sign && from < to;
      if (stands)
        return {
          changes: [
            { from: before, to: from },
            { from: to, to: after },
          ],
          range: EditorSelection.range(before, before + to - from),
        };
      return {
        changes: [
          { from, insert: sign },
          { from: to, insert: sign },
        ],
        range: EditorSelection.range(from + sign.length, to + sign.length),
      };
    });
    dispatch(state.update(change, { userEvent: 'input', scrollIntoView: true }));
    return true;
  };

/** Everything that stands at the start of a line of a list, a quote or a heading. */
const starts = /^(?:[-*+] \[[ xX]\] |[-*+] |\d{1,9}[.)] |> |#{1,6} )/;

const linesOf = (state: EditorState): Line[] => {
  const lines = new Map<number, Line>();
  for (const { from, to } of state.selection.ranges)
    for (let at = from; at <= to;) {
      const line = state.doc.lineAt(at);
      lines.set(line.number, line);
      at = line.to + 1;
    }
  return [...lines.values()];
};

/** Makes the selected lines a list, quote or heading; takes that away when all of them are one already. */
export const atStart =
  (sign: (index: number) => string, is: RegExp): Command =>
  ({ state, dispatch }) => {
    const lines = linesOf(state);
    const all = lines.every(({ text }) => is.test(text.trimStart()));
    const changes = lines.map(({ from, text }, index): ChangeSpec => {
      const indent = text.length - text.trimStart().length;
      const old = starts.exec(text.slice(indent))?.[0].length ?? 0;
      return { from: from + indent, to: from + indent + old, insert: all ? '' : sign(index) };
    });
    dispatch(state.update({ changes, userEvent: 'input', scrollIntoView: true }));
    return true;
  };

/** Makes the selection a link and selects what is to be overwritten next. */
export const link: Command = ({ state, dispatch }) => {
  const { from, to } = state.selection.main;
  const text = state.sliceDoc(from, to);
  const isAddress = /^https?:\/\/\S+$/.test(text);
  const label = isAddress || text === '' ? words.prose.put.link : text;
  const address = isAddress ? text : words.prose.put.address;
  const insert = `[${label}](${address})`;
  const at = isAddress || text === '' ? from + 1 : from + label.length + 3;
  const size = isAddress || text === '' ? label.length : address.length;
  const selection = EditorSelection.single(at, at + size);
  dispatch(state.update({ changes: { from, to, insert }, selection, userEvent: 'input', scrollIntoView: true }));
  return true;
};

/** Puts a small table on lines of its own, its first heading selected. */
export const table: Command = ({ state, dispatch }) => {
  const { number, to, text } = state.doc.lineAt(state.selection.main.to);
  const above = text.trim() === '' ? (number === 1 ? '' : '\n') : '\n\n';
  const column = words.prose.put.column;
  const insert = `${above}| ${column} | ${column} |\n| --- | --- |\n|  |  |\n`;
  const at = to + above.length + 2;
  const selection = EditorSelection.single(at, at + column.length);
  dispatch(state.update({ changes: { from: to, insert }, selection, userEvent: 'input', scrollIntoView: true }));
  return true;
};
