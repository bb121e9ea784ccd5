import type { Code } from '../check.ts';
import { dashed, readable } from '../words.ts';
import { spanRules } from './spans.ts';

/** One code per duration figure: `contradiction.duration`, `contradiction.time-to-detect` ... */
export const spanCodes: ReadonlyMap<string, Code> = new Map(
  [...spanRules.keys()].map((figure): [string, Code] => [
    figure,
    {
      code: `contradiction.${dashed(figure)}`,
      severity: 'error',
      sentence: `The stated ${readable(figure)} does not follow from the times in the document.`,
      remedy:
        'Correct the stated value, or the times it should follow from; or say between which two moments it is measured.',
    },
  ]),
);
