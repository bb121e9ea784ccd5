import { parseMarkdown } from '../../markdown/blocks.ts';
import { readGeneral } from '../index.ts';

/**
 * What a reading found, in short lines for tests: each event as `time milestone` (`?` after a suggested milestone), each claim as
 * `figure=seconds` (`~` for about, `?` when no number was stated).
 */
export function summaryOf(source: string): { events: string[]; claims: string[] } {
  const { record } = readGeneral(parseMarkdown(source));
  const events = (record.timeline ?? []).map(({ at, until, precision, milestone, inferred }) =>
    [
      `${at ?? precision}${until === undefined ? '' : `/${until}`}`,
      milestone === undefined ? '' : milestone + (inferred ? '?' : ''),
    ]
      .join(' ')
      .trim(),
  );
  const claims = (record.claims ?? []).map(
    ({ figure, value, upTo, approximate }) =>
      `${figure}=${approximate ? '~' : ''}${value ?? '?'}${upTo === undefined ? '' : `-${upTo}`}`,
  );
  return { events, claims };
}
