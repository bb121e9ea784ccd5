import { isOrdinary } from './ordinary.ts';
import type { Sign } from './signs.ts';

const kind = 'may be an identifier or key';

/** Signs of keys, passwords and identifiers. A new one is an entry here. */
export const keySigns: readonly Sign[] = [
  { kind, pattern: /(?<![\w-])(?=[\w+/-]{0,99}\d)[\w+/-]{28,}={0,2}/g },
  {
    kind,
    pattern: /(?<![\w+/-])(?=[\w+/-]{0,26}[a-z])(?=[\w+/-]{0,26}[A-Z])(?=[\w+/-]{0,26}\d)[\w+/-]{12,27}(?![\w+/-])/g,
    // What begins with a digit is a number with a unit only while it is short.
    accept: (match) => /\d[a-zA-Z]|[a-z][A-Z]/.test(match) && (/^\d/.test(match) || !isOrdinary(match)),
  },
  {
    kind,
    pattern: /(?<![\w+/-])[A-Za-z0-9]{12,27}(?![\w+/-])/g,
    accept: (match) =>
      /\d[a-zA-Z]/.test(match) &&
      /[a-zA-Z]\d/.test(match) &&
      (match.match(/\d/g)?.length ?? 0) > 1 &&
      !/^\d{8}T\d{4,6}Z?$/.test(match),
  },
  {
    kind: 'may be a password',
    pattern:
      /\b(?:passwor[dt]|passphrase|passwd|pwd|passcode|pin|otp)["”'`*]{0,3}(?:\s{0,3}[:=]\s{0,3}| (?:is|was) )["“'`*]{0,3}(?!\()[^\s|"“”'`*()]{4,80}/gi,
    accept: (match) =>
      !isOrdinary(
        match
          .split(/[\s:=]/)
          .at(-1)
          ?.replaceAll(/[^\w-]/g, '') ?? '',
      ),
  },
  {
    kind: 'may be a password',
    pattern: /\b(?:password|passphrase)["”'`*]{0,3}\s{0,3}[:=]\s{0,3}["“'`*]{0,3}[a-z]+(?:-[a-z]+){2,8}/gi,
  },
  {
    kind: 'may be a password',
    pattern: /(?<![\w./-])(?:admin|root|user|login|guest)[:/](?!\/)[\w!@#$%^&*.-]{5,60}/gi,
    accept: (match) => /\d/.test(match) && /[a-z]\d|\d[a-z]/i.test(match.slice(match.search(/[:/]/) + 1)),
  },
];
