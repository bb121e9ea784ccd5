import type { Command } from '@codemirror/view';

const item = /^([ \t]{0,40})(?:([-*+])|(\d{1,9})([.)]))( \[[ xX]\])? /;

/** Enter within a list begins its next item; on an item without text it ends the list. */
export const nextItem: Command = ({ state, dispatch }) => {
  const { main, ranges } = state.selection;
  const line = state.doc.lineAt(main.head);
  const found = item.exec(line.text);
  if (ranges.length > 1 || !main.empty || found === null || main.head < line.from + found[0].length) return false;
  if (found[0].length === line.text.length) {
    dispatch(state.update({ changes: { from: line.from, to: line.to }, userEvent: 'input' }));
    return true;
  }
  const [, indent = '', bullet, number = '', after = '', task] = found;
  const sign = bullet ?? `${Number(number) + 1}${after}`;
  const insert = `${state.lineBreak}${indent}${sign}${task === undefined ? '' : ' [ ]'} `;
  const selection = { anchor: main.head + insert.length };
  dispatch(state.update({ changes: { from: main.head, insert }, selection, userEvent: 'input', scrollIntoView: true }));
  return true;
};
