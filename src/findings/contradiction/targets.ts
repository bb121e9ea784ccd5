import type { Claim } from '../../record/claim.ts';
import { say } from '../../record/said.ts';
import { figureNamed } from '../../figures/index.ts';
import { formatDuration, readDuration } from '../../values/duration.ts';
import { readPercent } from '../../values/percent.ts';
import type { Check, Code } from '../check.ts';
import type { Context } from '../context.ts';
import { quote, term } from '../words.ts';
import { readAnswer } from './answer.ts';

const code: Code = {
  code: 'contradiction.target-met',
  severity: 'error',
  sentence: 'A target is marked as met (or missed) although the stated values say the opposite.',
  remedy: 'Correct the mark, the target or the actual value.',
};

type Limit = { sign: '<' | '>'; orEqual: boolean; value: number; unit: string };

const compare = /^\s*(<=|>=|[<>≤≥])\s*(.+)$/;

/** Reads a target such as `< 5 min`, `≤ 1 hour`, `>= 99.9%`; undefined for one without a direction. */
export function readLimit(text: string): Limit | undefined {
  const [, sign, rest] = compare.exec(text) ?? [];
  if (sign === undefined || rest === undefined) return undefined;
  const percent = readPercent(rest);
  const duration = percent === undefined ? readDuration(rest) : undefined;
  const value = percent ?? duration?.seconds;
  if (value === undefined) return undefined;
  return {
    sign: sign === '<' || sign === '<=' || sign === '≤' ? '<' : '>',
    orEqual: sign.length > 1 || sign === '≤' || sign === '≥',
    value,
    unit: percent === undefined ? 'seconds' : 'percent',
  };
}

function holds({ sign, orEqual, value }: Limit, actual: number): boolean {
  if (actual === value) return orEqual;
  return sign === '<' ? actual < value : actual > value;
}

const show = (claim: Claim): string =>
  claim.unit === 'seconds' ? formatDuration(claim.value ?? 0) : `${claim.value}%`;

function judge(context: Context, index: number) {
  const { figure: label = '', target, met } = context.record.targets?.[index] ?? {};
  const figure = figureNamed(label) ?? label;
  const limit = readLimit(target ?? '');
  const answer = readAnswer(met);
  const actual = context.claims.findIndex((claim) => claim.figure === figure && claim.qualifier === undefined);
  const claim = context.claims[actual];
  if (limit === undefined || answer === undefined) return [];
  if (claim?.value === undefined || claim.unit !== limit.unit || claim.value === limit.value) return [];
  if (holds(limit, claim.value) === answer) return [];
  return context.report(code, {
    message: say`The target ${quote(target ?? '')} for ${term(figure)} is marked ${answer ? say`met` : say`missed`}, but the stated value is ${show(claim)}.`,
    path: `targets[${index}].met`,
    line: context.lineOf(`targets[${index}].met`) ?? claim.line,
    cites: [`targets[${index}]`, `claims[${actual}]`],
  });
}

/** "Met?" against the target and the actual value that stand in the same row. */
export const targets: Check = {
  codes: [code],
  run: (context) => (context.record.targets ?? []).flatMap((_, index) => judge(context, index)),
};
