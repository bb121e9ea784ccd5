import type { Signoff } from '../../src/operations/signoffs/signoff.ts';
import { words } from '../words/index.ts';
import { listText } from '../words/plural.ts';
import { fieldWithin } from './field-name.ts';
import { Moment } from './moment.tsx';

/** Why a signature does not count any more: who changed what, and when. */
export function Voided({ by: { voided } }: { by: Signoff }) {
  const own = words.review.signoffs;
  if (voided?.at === undefined || voided.by === undefined) return own.changed;
  const { field, by, at } = voided;
  const [, template] = /^template\/(.+)$/.exec(field) ?? [];
  const what = template === undefined ? listText(field.split(', ').map(fieldWithin)) : own.template(template);
  return (
    <>
      {own.changedBy(what, by)} <Moment at={at} />.
    </>
  );
}
