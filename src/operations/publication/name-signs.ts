import { isOrdinary } from './ordinary.ts';
import type { Sign } from './signs.ts';

/** Pairs of letters with `&` or dots that the trade and the language use, and that name nobody. */
const usual =
  /^(?:R&D|Q&A|P&L|O&M|M&A|F&F|T&C|A&E|[UA]\. ?[KSI]\.|U\. ?S\. ?A\.|E\. ?U\.|D\. ?C\.|U\. ?N\.|P\. ?S\.|N\. ?B\.|E\. ?G\.|I\. ?E\.)/i;
/** What begins with a digit and is no name: times, numbers with units, generations. */
const counted =
  /^\d{1,4}(?:-?(?:[AP]M|[KMGTP]i?[Bb]?(?:ps|it)?|[XDG]|GHz|MHz|Hz|kHz|Gbps|Mbps|UTC|CET|CEST|EST|PST|Z))$/;

const lastOf = (match: string): string => match.split(/[\s:="'“”`]+/).at(-1) ?? '';
const isUnknown = (word: string): boolean =>
  word.split(/[-_.]/).some((part) => part.length > 2 && /[a-z]/.test(part) && !isOrdinary(part));

/** Signs of names of people and firms that have no two capitals to know them by. A new one is an entry here. */
export const nameSigns: readonly Sign[] = [
  {
    kind: 'may be a name',
    pattern: /(?<![\p{L}\p{N}.])(?:\p{Lu}\. ?){2,3}(?![\p{L}\p{N}])/gu,
    accept: (match) => !usual.test(match),
  },
  {
    kind: 'may be a customer',
    pattern: /(?<![\p{L}\p{N}&])\p{Lu}{1,3}&(?:amp;)?\p{Lu}{1,3}(?![\p{L}\p{N}&])/gu,
    accept: (match) => !usual.test(match.replace('amp;', '')),
  },
  {
    kind: 'may be a customer',
    pattern:
      /(?<![\p{L}\p{N}_@./:%-])\d{1,4}(?:-?\p{Lu}\p{Ll}\p{L}{1,20}|\p{Ll}{2,12}\p{Lu}\p{L}{1,20})(?![\p{L}\p{N}_])/gu,
    accept: (match) => !counted.test(match) && (/^\d+\p{Ll}/u.test(match) || !isOrdinary(match.replace(/^\d+-?/, ''))),
  },
  {
    kind: 'may be a customer',
    pattern: /\b(?:customers?|clients?|tenants?|merchants?|accounts?|org)[:=]? ["“'`*]{0,3}(?=[a-z])[\w-]{3,40}/g,
    accept: (match) => isUnknown(lastOf(match).replaceAll('*', '')),
  },
  {
    kind: 'may be a name',
    pattern:
      /\b(?:(?:user(?:name)?|author|login|owner|committer|reviewer|assignee|approver|engineer|operator)["”]?(?: ?[:=] ?| )|logged in as |sudo -u |su - |(?:commit|change|pr|merge)(?:ted|d)? by )["“'`*]{0,3}(?=[a-z])[\w.-]{3,40}/gi,
    accept: (match) =>
      isUnknown(
        lastOf(match)
          .replaceAll('*', '')
          .replace(/[.-]+$/, ''),
      ),
  },
  {
    kind: 'may be a host',
    pattern: /\b(?:(?:server|host(?:name)?|machine|instance|bucket)[:=]? |ssh |scp )["“'`*]{0,3}(?=[a-z])[\w.-]{3,60}/g,
    accept: (match) =>
      isUnknown(
        lastOf(match)
          .replaceAll('*', '')
          .replace(/[.-]+$/, ''),
      ),
  },
];
