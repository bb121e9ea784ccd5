import { isIPv6 } from 'node:net';
import type { Span } from '../sources/span.ts';
import { ibanLength, isCardNumber } from './check-digits.ts';
import type { MaskSettings } from './settings.ts';

/** What looks like personal data. `lengthOf` says how much of a match is it; 0 is none of it. */
type Shape = { kind: string; pattern: RegExp; lengthOf?: (match: string) => number };

const whole = (accept: (match: string) => boolean) => (match: string) => (accept(match) ? match.length : 0);

/** Last labels that are no domain of the internet: units of systemd, hosts inside a cluster, image files. */
const noDomain =
  /\.(?:service|socket|timer|mount|automount|target|slice|scope|path|device|swap|local|localdomain|internal|svc|cluster|lan|intranet|png|jpe?g|svg|webp|js|ts|css|so|jar|[a-z]*\d[a-z\d]*)$/i;

const digitsOf = (match: string) => match.replace(/\D/g, '').length;

/** Each is linear: every repeat is bounded, and none starts inside a run it would scan. */
const personal: Shape[] = [
  {
    kind: 'e-mail address',
    pattern:
      /(?<![\p{L}\d_]|:\/\/)[\p{L}\d_][\p{L}\d_.+%'-]{0,63}@(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.){1,8}[\p{L}][\p{L}\d-]{1,62}(?![\p{L}\d_@]|:[\w~])/gu,
    lengthOf: whole((match) => !noDomain.test(match)),
  },
  { kind: 'card number', pattern: /(?<![\w.+-])\d(?:[ -]?\d){12,18}(?![\w-]|\.\d)/g, lengthOf: whole(isCardNumber) },
  { kind: 'account number', pattern: /(?<![A-Za-z0-9])[A-Z]{2}\d\d(?: ?[A-Z0-9]){11,34}/g, lengthOf: ibanLength },
  {
    kind: 'telephone number',
    pattern: /(?<![\w+./-])\+[1-9](?:[ ()./-]{0,2}\d){6,14}(?![\w:-]|[.,]\d)/g,
    lengthOf: whole((match) => digitsOf(match) >= 8),
  },
  {
    kind: 'telephone number',
    pattern: /(?<![\w+./-])(?:1[-. ])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[-.])[2-9]\d\d[-.]\d{4}(?![\w/-]|\.\d)/g,
  },
  {
    kind: 'telephone number',
    pattern:
      /(?<=(?<!\p{L})(?:phone|tel|telephone|mobile|cell|fax|handy|telefon|téléphone|teléfono|whatsapp|call|☎)(?: ?(?:no|nr|number|num)\.?)?["']?[.:=]{0,2} {0,2}["']?)\(?(?:00|0|\()\d?(?:[ ()./-]{0,3}\d){6,14}(?![\w:-]|[.,]\d)/giu,
  },
];

const addresses: Shape[] = [
  {
    kind: 'IP address',
    pattern: /(?<![\w.-])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w-]|\.\d)/g,
  },
  { kind: 'IP address', pattern: /(?<![\w:.])[0-9a-f:]{3,39}(?![\w:])/gi, lengthOf: whole(isIPv6) },
];

/** Where the personal data of a text are that the settings say to mask; what `keeps` says stays. */
export function personalSpans(text: string, settings: MaskSettings, keeps: (match: string) => boolean): Span[] {
  const spans: Span[] = [];
  const shapes = [...(settings.personal ? personal : []), ...(settings.addresses ? addresses : [])];
  for (const { kind, pattern, lengthOf } of shapes)
    for (const match of text.matchAll(pattern)) {
      const length = lengthOf ? lengthOf(match[0]) : match[0].length;
      const end = match.index + length;
      if (length > 0 && !keeps(match[0].slice(0, length))) spans.push({ start: match.index, end, kind });
    }
  return spans;
}
