import { zoneOffsetMs } from './offset.ts';

/** Offsets in minutes of zone abbreviations that mean one thing wherever they are used. */
const abbreviations: ReadonlyMap<string, number> = new Map(
  Object.entries({
    UTC: 0,
    GMT: 0,
    Z: 0,
    ZULU: 0,
    WET: 0,
    WEST: 60,
    CET: 60,
    CEST: 120,
    MEZ: 60,
    MESZ: 120,
    EET: 120,
    EEST: 180,
    MSK: 180,
    EST: -300,
    EDT: -240,
    CDT: -300,
    MST: -420,
    MDT: -360,
    PST: -480,
    PDT: -420,
    AKST: -540,
    AKDT: -480,
    HST: -600,
    NST: -210,
    JST: 540,
    KST: 540,
    SGT: 480,
    HKT: 480,
    PHT: 480,
    WIB: 420,
    ICT: 420,
    PKT: 300,
    NPT: 345,
    SAST: 120,
    EAT: 180,
    WAT: 60,
    CAT: 120,
    AEST: 600,
    AEDT: 660,
    ACST: 570,
    ACDT: 630,
    AWST: 480,
    NZST: 720,
    NZDT: 780,
    BRT: -180,
    ART: -180,
    CLT: -240,
    COT: -300,
  }),
);

/** Abbreviations with more than one meaning: each with the words of a document that decide it. No word, no offset. */
const ambiguous: Record<string, { offset: number; sign: RegExp }[]> = {
  BST: [
    { offset: 360, sign: /\bbangladesh|\bdhaka/i },
    { offset: 60, sign: /\b(?:GMT|London|UK|Brit|Europe)/ },
  ],
  IST: [
    { offset: 60, sign: /\b(?:Dublin|Ireland|Irish)\b/ },
    { offset: 120, sign: /\b(?:Israel|Tel Aviv|Jerusalem|IDT)\b/ },
    { offset: 330, sign: /\b(?:India|Bangalore|Bengaluru|Mumbai|Chennai|Kolkata|Hyderabad|Pune|Delhi|UTC ?\+0?5:30)/ },
  ],
  CST: [
    { offset: 480, sign: /\b(?:China|Beijing|Shanghai|Taipei|Asia)|(?:UTC|GMT) ?\+0?8\b/ },
    { offset: -360, sign: /\b(?:CDT|EST|EDT|PST|PDT|MST|Chicago|Texas|US)\b/ },
  ],
  AST: [{ offset: -240, sign: /\b(?:ADT|Atlantic|Halifax|EST)\b/ }],
};

/** Names for a place whose offset changes over the year. */
const places: ReadonlyMap<string, string> = new Map(
  Object.entries({
    pt: 'America/Los_Angeles',
    pacific: 'America/Los_Angeles',
    et: 'America/New_York',
    eastern: 'America/New_York',
    ct: 'America/Chicago',
    central: 'America/Chicago',
    mt: 'America/Denver',
    mountain: 'America/Denver',
    'us/pacific': 'America/Los_Angeles',
    'us/eastern': 'America/New_York',
    'us/central': 'America/Chicago',
  }),
);

/** Source of a regular expression for a zone written after a time. Bounded; no captures. */
export const zoneSource =
  `(?:(?:UTC|GMT|utc|gmt)\\s?(?:[+−-]\\d{1,2}(?::?\\d{2})?\\b)|` +
  `(?:${[...abbreviations.keys(), ...Object.keys(ambiguous)].join('|')}|PT|ET|CT|MT|utc|gmt|cet|cest|pst|pdt|est|edt|Utc|Gmt)\\b(?!\\/)|` +
  `(?:Pacific|Eastern|Central|Mountain)(?:\\s(?:[Ss]tandard|[Dd]aylight))?\\s[Tt]ime\\b|(?:Pacific|Eastern)\\b(?=\\s?(?:[,.;:)|\\]-]|$))|` +
  `(?:Africa|America|Asia|Atlantic|Australia|Europe|Pacific|US|Etc)\\/[A-Za-z_]{2,20}(?:\\/[A-Za-z_]{2,20})?)`;

const fixed = /^(?:UTC|GMT)?\s?([+−-])(\d{1,2}):?(\d{2})?$/i;
const pad = (value: number): string => String(value).padStart(2, '0');

function toOffset(minutes: number): string {
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

/**
 * The offset of a zone as written (`CET`, `GMT+2`, `Pacific time`, `Europe/London`) at a wall time, as RFC 3339 has it (`Z`, `+01:00`).
 * `context` is text of the document that decides ambiguous abbreviations. Undefined when the offset cannot be told.
 */
export function offsetOf(zone: string, wallAt: string, context = ''): string | undefined {
  const name = zone.trim();
  const known = abbreviations.get(name.toUpperCase());
  if (known !== undefined) return toOffset(known);
  const numeric = fixed.exec(name);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return minutes > 14 * 60 ? undefined : toOffset(numeric[1] === '+' ? minutes : -minutes);
  }
  const meanings = Object.hasOwn(ambiguous, name.toUpperCase()) ? ambiguous[name.toUpperCase()] : undefined;
  const meaning = meanings?.find(({ sign }) => sign.test(context));
  if (meanings) return meaning && toOffset(meaning.offset);
  const place = places.get(name.toLowerCase()) ?? places.get(name.toLowerCase().split(' ')[0] ?? '') ?? name;
  const wallMs = Date.parse(`${wallAt.length > 10 ? wallAt : `${wallAt}T12:00`}Z`);
  const guess = zoneOffsetMs(place, wallMs);
  const offset = guess === undefined ? undefined : zoneOffsetMs(place, wallMs - guess);
  return offset === undefined ? undefined : toOffset(Math.round(offset / 60_000));
}

const named = new RegExp(`(?:\\b|(?<=\\())(${zoneSource})`);
const statement = new RegExp(
  `\\b(?:[Tt]ime(?:s|stamps?|zone|line|lines)?|TIMES?|[Dd]ates?|[Zz]eit(?:en|angaben|zone)?|[Hh]eures|[Hh]oras|[Hh]ours|[Cc]hronology)\\b[^\\n]{0,60}?(?:\\b|\\()(${zoneSource})`,
);

/** The zone a line states for the times around it: `All times in CET`, `Timezone: Europe/London`, `(times are UTC)`. */
export function statedZone(text: string): string | undefined {
  return statement.exec(text)?.[1];
}

/** The first zone named in a short text made for one: a column heading (`Time (CET)`), a heading (`Timeline, UTC`), a field. */
export function zoneIn(text: string): string | undefined {
  return named.exec(text)?.[1];
}
