import { isOrdinary } from './ordinary.ts';
import type { Sign } from './signs.ts';

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** Ends of hosts that are hardly ever the end of a file or of a name in code. */
const generic =
  /^(?:com|net|org|io|dev|app|cloud|co|ai|eu|sh|tech|systems|xyz|info|biz|edu|gov|mil|int|bank|shop|store|online|team|page|example|test|home|arpa|prod|stage|host|network|one|pro)$/i;
/** Ends of countries that end files, too: with two labels they are taken for files and words. */
const fileEnd =
  /^(?:js|ts|py|rb|go|md|sh|cs|rs|pl|ps|so|cc|hs|mk|ml|is|it|to|me|be|by|at|as|am|my|no|do|gz|st|in|la|vs|mm|sc|tf|pm|ms|id|sql)$/i;
/** Words by which code and files are known: `process.env.x.no`. */
const codeWord = /^(?:e|i|self|this|process|config|settings|index|main|node|test|spec|readme)$/i;

function isHost(match: string): boolean {
  const labels = (match.split('/')[0] ?? '').split('.');
  const end = labels.at(-1) ?? '';
  if (generic.test(end)) return true;
  const isFile = fileEnd.test(end);
  // `notion.so/x`: no file has anything behind its end.
  const isFar = labels.length > 2 || (match.includes('/') && labels[0] !== 'src');
  if (end.length !== 2 || regions.of(end.toUpperCase()) === undefined || end !== end.toLowerCase()) return false;
  return !isFile || (isFar && !labels.some((label) => codeWord.test(label)) && !/\d/.test(end));
}

const machine = /(?:^|[-_])(?:db|srv|vm|pg|postgres|mysql|mongo|redis|kafka|bastion|lb|gw)\d{0,3}(?:[-_]|$)/;
/** What is joined to a machine word and says what it does, not which one it is. */
const isPlain = (match: string): boolean =>
  /^(?:(?:db|redis|kafka|mysql|postgres|mongo|pg|vm|lb|gw)-(?:level|side|based|backed|related|only|wide|specific|like|driven|style|compatible)|(?:non|multi|per|cross|in|pre|post|all|each|any|no|single)-.*)$/.test(
    match,
  );

/** Signs of hosts and addresses that no shape is sure about. A new one is an entry here. */
export const hostSigns: readonly Sign[] = [
  {
    kind: 'may be a host',
    pattern: /(?<![\w.@-])(?<!\w\/)(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}(?![\w-])(?:\/[\w./?=&%-]{0,300})?/gi,
    accept: isHost,
  },
  {
    kind: 'may be a host',
    pattern: /(?<![\w.@/-])[a-z0-9-]{1,63}(?:\[\.\][a-z0-9-]{1,63}){1,6}/gi,
  },
  {
    kind: 'may be an address',
    pattern:
      /(?<![\w.])(?:10|127|172|192)(?:\[?\.\]?\d{1,3}){1,3}(?:\.[x*]){1,2}(?![\w*])|(?<![\w.])(?:10|127|172|192)(?:\.[x*]){2,3}(?![\w*])|(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}-(?:(?:\d{1,3}\.){3})?\d{1,3}(?![\w.])|(?<![\w.])(?:10|127|172|192)\.\d{1,3}(?:\.\d{1,3})?(?:\/\d{1,2})(?!\w)/g,
  },
  { kind: 'may be a user or host', pattern: /(?<![\w.+-])[\w.+-]{1,64}@[a-z][\w-]{1,63}(?![\w@-]|\.\w)/gi },
  {
    kind: 'may be a host',
    pattern: /(?<![\w./-])[a-z][a-z0-9-]{2,62}:\d{2,5}(?![\w:.-])/g,
    accept: (match) =>
      /:(?:80|443|\d{4,5})$/.test(match) &&
      !/^(?:port|line|col|column|exit|code|pid|rev|step|item|version|status|error|http|https|total|count|size|id|pr|issue)$/.test(
        match.split(':')[0] ?? '',
      ),
  },
  {
    // The last part of a pod's name: five signs of those that Kubernetes draws from, which never spell a word.
    kind: 'may be a host',
    pattern:
      /(?<![\w./-])[a-z][a-z0-9-]{1,60}-(?=[a-z]{0,4}\d)(?=\d{0,4}[a-z])[bcdfghjklmnpqrstvwxz2456789]{5}(?![\w-])/g,
  },
  {
    kind: 'may be a host',
    pattern: /(?<![\w./@-])[a-z][a-z0-9]{0,30}(?:[-_][a-z0-9]{1,30}){1,6}(?![\w./-])/g,
    accept: (match) =>
      (machine.test(match) && !isPlain(match)) ||
      (match.includes('_') && /(?:^|_)(?:prod|prd|stg|staging)(?:_|$)/.test(match) && /\d$/.test(match)) ||
      (/-(?:master|primary|replica|standby)$/.test(match) && !isOrdinary(match)),
  },
];
