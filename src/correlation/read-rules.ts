import { LineCounter, parseDocument } from 'yaml';
import { Rules } from './rules.ts';

/** What is wrong with rules as they were written: where (from 1), what, and what to do. */
export type RulesProblem = { line: number; reason: string; advice: string };

const mostLetters = 100_000;

/** The rules in a YAML text, or what is wrong with it, all at once. Pure. */
export function readRules(text: string): { rules: Rules } | { problems: RulesProblem[] } {
  if (text.length > mostLetters)
    return {
      problems: [
        { line: 1, reason: `the rules have ${text.length} letters`, advice: `Keep them below ${mostLetters}.` },
      ],
    };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, maxAliasCount: 0 } as never);
  if (document.errors.length > 0)
    return {
      problems: document.errors.map(({ pos: [from], message }) => ({
        line: lines.linePos(from).line,
        reason: message.split('\n')[0] ?? message,
        advice: 'Mend the YAML there: colons, indentation and quotes.',
      })),
    };
  const parsed = Rules.safeParse(valueOf(document) ?? { rules: [] });
  if (parsed.success) return { rules: parsed.data };
  return {
    problems: parsed.error.issues.map(({ path, message }) => ({
      line: lineAt(document, lines, path as (string | number)[]),
      reason: `${path.join('.')}: ${message}`,
      advice: 'See the list of what a rule can say in the guide to rules.',
    })),
  };
}

function valueOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    // An alias: nobody needs one here, and a few of them make gigabytes.
    return 'aliases';
  }
}

/** The line of the nearest node that there is at a path. */
function lineAt(document: ReturnType<typeof parseDocument>, lines: LineCounter, path: (string | number)[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const range = (node as { range?: [number, number, number] } | null | undefined)?.range;
    if (range) return lines.linePos(range[0]).line;
  }
  return 1;
}
