import type { Block } from '../markdown/blocks.ts';
import { type Entry, splitLeading } from './entry.ts';
import type { KindSection } from './section-kind.ts';

const chatLine =
  /^[ \t]{0,8}[[(]?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?[\])]?\s{1,3}(?:[-–]\s)?[<@*]{0,2}(\p{L}[\p{L}\p{N} ._-]{0,30})(?:>|:\s)/u;
const logLevel = /^(?:error|err|warn(?:ing)?|info|debug|fatal|notice|trace|critical|severe|level)\b/i;

/** Fewer lines are a quotation, no transcript. */
const leastLines = 3;

/** Offsets of the lines of code or `<pre>`; none for other blocks. */
function linesOf(block: Block, text: string): { from: number; to: number }[] {
  if (block.type === 'fence') return block.lines;
  if (block.type !== 'html' || !/^\s{0,3}<pre\b/i.test(text.slice(block.from, block.from + 20))) return [];
  const lines: { from: number; to: number }[] = [];
  for (let from = block.from; from < block.to;) {
    const end = text.indexOf('\n', from);
    const to = end < 0 || end > block.to ? block.to : end;
    lines.push({ from, to });
    from = to + 1;
  }
  return lines;
}

function entryOf(line: string, from: number, group: number): Entry | undefined {
  const chat = chatLine.exec(line.slice(0, 120));
  const split = chat && !logLevel.test(chat[1] ?? '') ? splitLeading(line.trimStart()) : undefined;
  if (!chat || !split?.mention.clock) return undefined;
  const words = line.slice(chat[0].length).trim();
  const actor = (chat[1] ?? '').trim();
  return { ...split, text: words, actor, from, to: from + line.length, group, source: 'quote' };
}

const boxBorder = /^\s{0,8}[+|┌├╔╠][-=─═+|┬┼╦╬]{6,}/;
const boxSign = /[|│║]/;

/** An entry of a row of a table drawn in code: `| 03:12 | Robot stops | Ann |`. */
function boxEntry(line: string, from: number, group: number): Entry | undefined {
  const cells = line.trim().split(boxSign).slice(1, -1);
  const [first = '', ...rest] = cells.map((cell) => cell.trim());
  const split = rest.length > 0 && rest.length < 8 ? splitLeading(first, true, true) : undefined;
  if (!split || split.text !== '') return undefined;
  const text = rest.filter((cell) => cell !== '').join(' · ');
  return { ...split, text, from, to: from + line.length, group, source: 'quote' };
}

/** Entries of a chat kept as code: `[14:03] <nick> text`, or of a table drawn there. Lines of a program's log are none. */
export function chatEntries(section: KindSection, text: string): Entry[] {
  return section.blocks.flatMap((block) => {
    const lines = linesOf(block, text);
    const drawn = lines.slice(0, 3).some(({ from, to }) => boxBorder.test(text.slice(from, Math.min(to, from + 80))));
    const read = drawn ? boxEntry : entryOf;
    const entries = lines.flatMap(({ from, to }) =>
      to - from > 2000 ? [] : (read(text.slice(from, to), from, section.group) ?? []),
    );
    return entries.length >= leastLines ? entries : [];
  });
}
