import type { Label } from './labels.ts';

/** Labels looked at on either side of a date. */
const reach = 3;

const isMailHead = ({ key, value }: Label): boolean =>
  key === 'subject' ||
  key === 'betreff' ||
  key === 'objet' ||
  (/^(?:from|von|de|to|an|cc)$/.test(key) && !/\d/.test(value));

/** Labels without the dates of e-mail headers (`From: ...`, `Date: ...`, `Subject: ...`): they say when it was told, not when it was. */
export function withoutMailDates(labels: Label[]): Label[] {
  return labels.filter(
    (label, index) =>
      !/^(?:date|sent|datum|gesendet|fecha)$/.test(label.key) ||
      !labels.slice(Math.max(0, index - reach), index + reach + 1).some(isMailHead),
  );
}
