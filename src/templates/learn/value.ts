import { hintSpans } from './hint.ts';
import { slot } from './state.ts';

const joins = /^\s*(?:to|until|till|through|bis|à|-|–|—|→|->)\s*$/i;

/**
 * What stands for a label's value in the template: the hints become placeholders, a literal start (`p95 = `) or end
 * (`(SLO: 99.9%)`, `from onset`) stays. `path` is the field of the label.
 */
export function valuePattern(value: string, path: string, constants = ''): string {
  const code = /^`([^`]{0,400})`$/.exec(value);
  if (code !== null) return `${constants}\`${valuePattern(code[1] ?? '', path)}\``;
  const spans = hintSpans(value);
  const first = spans[0];
  if (first === undefined) return `${constants}${slot(path)}${plainTail(value)}`;
  const window = windowPattern(value, spans, path);
  if (window !== undefined) return constants + window;
  const paths = [path];
  for (let index = 1; index < spans.length; index++) {
    const between = value.slice(spans[index - 1]?.to ?? 0, spans[index]?.from ?? 0);
    const found = siblingOf(between, path);
    if (found === undefined || paths.includes(found))
      return `${constants}${slot(path)}${tail(value, spans.at(-1)?.to ?? 0)}`;
    paths.push(found);
  }
  let out = constants + lead(value.slice(0, first.from));
  spans.forEach((span, index) => {
    if (index > 0) out += value.slice(spans[index - 1]?.to ?? 0, span.from);
    out += slot(paths[index] ?? path);
  });
  return out + tail(value, spans.at(-1)?.to ?? 0);
}

/** `[Start] to [End] ([Duration])`. */
function windowPattern(value: string, spans: { from: number; to: number }[], path: string): string | undefined {
  const [from, until, length] = spans;
  if (
    from === undefined ||
    until === undefined ||
    !/^(?:incident\.start|claims\.duration|claims\.downtime)$/.test(path)
  )
    return undefined;
  if (!joins.test(value.slice(from.to, until.from))) return undefined;
  const join = value.slice(from.to, until.from);
  const after = length === undefined ? '' : value.slice(until.to, length.from);
  const withLength = after.trim() === '(' ? `${after}${slot('claims.duration')})` : '';
  return `${slot('incident.start')}${join}${slot('incident.end')}${withLength || tail(value, until.to)}`;
}

/** The field of a later hint in the same line, by the word before it. */
function siblingOf(between: string, path: string): string | undefined {
  const word = between.trim().toLowerCase();
  const collection = path.split('.')[0] ?? '';
  if (/\bdate:?$/.test(word) && collection === 'signoffs') return 'signoffs.date';
  if (/\bby:?$/.test(word) && path === 'document.lastUpdated') return 'document.lastUpdatedBy';
  if (collection !== 'serviceLevels') return undefined;
  if (/p99 ?[=:]?$/.test(word)) return 'serviceLevels.p99';
  return /(?:slo|target|objective):?[ <>]*$/.test(word) ? 'serviceLevels.target' : undefined;
}

/** A literal start that belongs to the line: `p95 = `, `#`. A sentence that leads to the hint does not. */
function lead(before: string): string {
  return /[=:#(]\s?$/.test(before) && before.length <= 30 ? before : '';
}

/** A short literal end that belongs to the line; no end that is a sentence of help. */
function tail(value: string, at: number): string {
  const rest = value.slice(at).replace(/[*_`]+$/, '');
  if (rest.trim() === '' || rest.length > 60 || hintSpans(rest).length > 0) return '';
  return /^ ?\(.{1,56}\)$|^ [\p{L} ]{2,24}$/u.test(rest.trimEnd()) ? rest.trimEnd() : '';
}

const plainTail = (value: string): string => /^[^(]{2,60}( \([^()]{2,50}\))$/.exec(value)?.[1] ?? '';
