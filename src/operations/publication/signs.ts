import { hostSigns } from './host-signs.ts';
import { keySigns } from './key-signs.ts';
import { nameSigns } from './name-signs.ts';
import { isOrdinary } from './ordinary.ts';

/** A sign of a leak in a text that was redacted already. */
export type Sign = {
  kind: string;
  pattern: RegExp;
  accept?: (match: string) => boolean;
  /** Ordinary words at its ends are left out of it. */
  trims?: true;
};

/** Where in a text, and what kind. */
export type Span = { kind: string; from: number; to: number };

/** A span of words in capitals without the ordinary ones at its ends: of `Then Acme Corp reported` it is `Acme Corp`. */
export function trimmed(text: string, { kind, from, to }: Span): Span {
  const words = text.slice(from, to).split(' ');
  const start = words.findIndex((word) => !isOrdinary(word));
  const end = words.findLastIndex((word) => !isOrdinary(word) || /^(?:Inc|Corp|Ltd|Bank|Group)$/.test(word));
  const before = words.slice(0, start).join(' ').length + (start > 0 ? 1 : 0);
  return { kind, from: from + before, to: from + before + words.slice(start, end + 1).join(' ').length };
}

const noTicket = /^(?:INC|UTF|SHA|ISO|SEV|P|S|HTTP|RFC|CVE|TLS|AES|RSA|MD|IPV|GPT|ES|UTC|GMT|COVID|AI|Q)-/;
/** Words with a number that are versions, regions, percentiles and parts of a list. */
const noMachine =
  /^(?:(?:us|eu|ap|sa|ca|me|af|il|gov)-.*|(?:p|v|q|h|top|sha|utf|md|ipv|http|tls|sev|tier|step|phase|part|layer|level|version|covid|iso|base|type|class|option|stage|day|week|day|year|node|java|python|rfc|log4j|oauth|ec|s|k8s|route|web|x|int|uint|float|gpt|round|appendix|figure|section|pre|post|mid|arm|amd|cat|mp|f)-?\d{1,6})$/i;

/** Signs in the order in which they are looked for; within what one has found, no later one looks. A new one is an entry here. */
export const signs: readonly Sign[] = [
  {
    kind: 'is still an e-mail address',
    pattern: /[\w.+-]{1,64}(?: ?[([]at[)\]] ?| at )[\w-]{1,63}(?:(?: ?[([]dot[)\]] ?| dot )[\w-]{1,63}){1,4}/gi,
  },
  { kind: 'is an amount of money', pattern: /[$€£¥]\s?\d[\d.,]{0,20}(?:\s?[kKmMbB]n?\b)?/g },
  { kind: 'is a folder of a person', pattern: /(?:\/home\/|\/Users\/|C:\\Users\\)[\w.-]{1,40}/g },
  { kind: 'may be an internal address', pattern: /(?<![\w/.])(?:go\/[\w-]{2,60}|\\\\[\w.-]{2,60}\\[\w$.-]{1,60})/g },
  { kind: 'may be a channel of a chat', pattern: /(?<![\w&/#])#[a-z][\w-]{3,60}/g },
  ...hostSigns,
  ...keySigns,
  { kind: 'may be an account or customer number', pattern: /(?<![\w.,:-])\d{9,20}(?![\w:-]|[.,]\d)/g },
  {
    kind: 'may be a ticket',
    pattern: /(?<![\w-])[A-Z]{2,10}-\d{1,6}(?![\w-])/g,
    accept: (match) => !noTicket.test(match),
  },
  {
    kind: 'may be a host',
    pattern: /(?<![\w./@-])(?:[a-z]{2,12}\d{1,4}|[a-z][a-z0-9]{0,30}(?:-[a-z0-9]{1,30}){1,10})(?![\w-])/gi,
    accept: (match) =>
      !noMachine.test(match) &&
      !noTicket.test(match) &&
      (/\d$/.test(match) || /(?:^|-)(?:prod|prd|stg|staging|uat|int|dev)(?:-|$)/i.test(match)),
  },
  { kind: 'may be a customer', pattern: /\b(?:customer|client|tenant|merchant|partner)s? ["“]?\p{Lu}[\w&-]{1,40}/gu },
  {
    kind: 'may be a customer',
    pattern:
      /\b(?:customer|client|tenant|merchant|partner|account|org)(?:[_ ]?(?:id|name))?["”']?\s?[=:]\s?["“']?[\w.&-]{2,60}/gi,
  },
  {
    kind: 'may be a name',
    pattern: /(?<![\p{L}\p{N}_-])\p{Lu}\p{Ll}{1,20} \p{Lu}[\p{L}'’-]{1,20}(?!\p{L})/gu,
    accept: (match) => !match.split(' ').some((word) => isOrdinary(word)),
  },
  {
    kind: 'may be a name',
    pattern: /(?<=\b(?:by|with|asked|told|called|paged|pinged|thanks to) )\p{Lu}\p{Ll}{2,20}(?! \p{Lu}|\p{L})/gu,
    accept: (match) => !isOrdinary(match),
  },
  ...nameSigns,
  {
    kind: 'says that it is not for the public',
    pattern: /\b(?:confidential|internal only|privileged|attorney|do not share|not for distribution|NDA)\b/gi,
  },
  {
    kind: 'may be a name or a customer',
    pattern: /(?<![\p{L}\p{N}_@/-])\p{Ll}{0,3}\p{Lu}[\p{L}\p{N}’'&-]{1,40}(?: \p{Lu}[\p{L}\p{N}’'&-]{1,40}){0,3}/gu,
    accept: (match) => match.split(' ').some((word) => !isOrdinary(word)),
    trims: true,
  },
];
