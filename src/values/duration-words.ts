/** Seconds of a unit word in any spelling met (English and the languages of European teams); keys are lower case without a dot. */
export const unitSeconds: ReadonlyMap<string, number> = new Map(
  (
    [
      [
        1,
        's sec secs second seconds sekunde sekunden seconde secondes segundo segundos secondo secondi seconden sekunder sekund',
      ],
      [60, 'm min mins minute minutes minuten minuto minutos minuti minuut minuten minuter minutter minut minuty'],
      [
        3600,
        'h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur uren timmar timme godzin godziny godzina',
      ],
      [86400, 'd day days tag tage tagen jour jours día días dia dias giorno giorni dag dagen dagar dager dage dni'],
      [604800, 'w wk wks week weeks woche wochen semaine semaines semana semanas settimana settimane weken veckor'],
    ] as const
  ).flatMap(([seconds, names]) => names.split(' ').map((name): [string, number] => [name, seconds])),
);

const ones = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'.split(
  ' ',
);
const teens = ['seventeen', 'eighteen', 'nineteen'];
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Small numbers of other languages, as teams write them out. */
const foreign: [string, number][] = [
  'zwei deux dos duas dois due twee två',
  'drei trois tres três tre drie',
  'vier quatre cuatro quatro quattro fyra',
  'fünf cinq cinco cinque vijf fem',
  'sechs six seis sei zes sex',
  'sieben sept siete sete sette zeven sju',
  'acht huit ocho oito otto åtta',
  'neun neuf nueve nove negen nio',
  'zehn dix diez dez dieci tien tio',
].flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 2]));
const foreignTens: [string, number][] = [
  ['fünfzehn', 15],
  ['quinze', 15],
  ['quince', 15],
  ['zwanzig', 20],
  ['vingt', 20],
  ['veinte', 20],
  ['vinte', 20],
  ['dreißig', 30],
  ['trente', 30],
  ['treinta', 30],
  ['trinta', 30],
  ['vierzig', 40],
  ['quarante', 40],
  ['cuarenta', 40],
  ['quarenta', 40],
  ['fünfzig', 50],
  ['cinquante', 50],
  ['cincuenta', 50],
  ['cinquenta', 50],
];

/** Value of a simple number word. */
const wordValues: ReadonlyMap<string, number> = new Map<string, number>([
  ...foreign,
  ...foreignTens,
  ...[...ones, ...teens].map((word, index): [string, number] => [word, index + 1]),
  ...tens.map((word, index): [string, number] => [word, (index + 2) * 10]),
  ['a', 1],
  ['an', 1],
  ['eine', 1],
  ['einer', 1],
  ['une', 1],
  ['una', 1],
  ['un', 1],
  ['ein', 1],
  ['uno', 1],
  ['um', 1],
  ['uma', 1],
  ['half', 0.5],
  ['halbe', 0.5],
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
]);

const simple = [...ones, ...teens, ...foreign.map(([name]) => name), ...foreignTens.map(([name]) => name)]
  .toSorted((a, b) => b.length - a.length)
  .join('|');

/** Source of a regular expression for an amount: digits with separators, fractions, or words. Bounded, no captures. */
export const amountSource =
  '\\d{1,3}(?:,\\d{3}){1,4}(?:\\.\\d{1,4})?|[13]\\/[24]\\s+of\\s+an|\\d{1,9}(?:[.,]\\d{1,4})?(?:\\s?[½¼¾]|\\s[13]\\/[24])?|[½¼¾]|[13]\\/[24]' +
  `|(?:(?:an?|one|two|three)\\s+hundred(?:\\s+and)?\\s+)?(?:(?:${tens.join('|')})(?:[- ](?:${ones.slice(0, 9).join('|')}))?|(?:${simple}))` +
  '|(?:an?|one|two|three)\\s+hundred|(?:three|a)[-\\s]+quarters?\\s+of\\s+an|half\\s+an?|a\\s+half|half|halbe|a\\s+couple(?:\\s+of)?' +
  '|an?\\s+(?:additional|extra|full|whole|good|solid|mere|bare|dozen)|an?|eine[rn]?|ein|une?|una?|uno|uma?';

/** Value of an amount matched by `amountSource`; `approximate` when the words are loose (a couple). NaN when it is none. */
export function amountValue(text: string): { value: number; approximate: boolean } {
  const key = text.toLowerCase().replace(/\s+/g, ' ');
  if (/^\d{1,3}(?:,\d{3}){1,4}(?:\.\d+)?$/.test(key))
    return { value: Number(key.replaceAll(',', '')), approximate: false };
  if (/^\d/.test(key)) {
    const fraction = /([½¼¾])$/.exec(key)?.[1];
    const slashed = /(?:^|\s)([13])\/([24])(?: of an)?$/.exec(key);
    const whole = slashed ? key.slice(0, slashed.index) : key.replace(/\s?[½¼¾]$/, '');
    const rest = slashed ? Number(slashed[1]) / Number(slashed[2]) : (wordValues.get(fraction ?? '') ?? 0);
    return { value: Number(whole.replace(',', '.') || '0') + rest, approximate: false };
  }
  if (key.includes('couple')) return { value: 2, approximate: true };
  if (key.includes('quarter')) return { value: key.startsWith('three') ? 0.75 : 0.25, approximate: false };
  if (key.includes('dozen')) return { value: 12, approximate: true };
  const hundred = /^(\w+) hundred(?: and)?(?: (.+))?$/.exec(key);
  if (hundred) {
    const rest = hundred[2] === undefined ? 0 : amountValue(hundred[2]).value;
    return { value: (wordValues.get(hundred[1] ?? '') ?? Number.NaN) * 100 + rest, approximate: false };
  }
  if (key.includes('half')) return { value: 0.5, approximate: false };
  if (/ (?:good|mere|bare)$/.test(key)) return { value: 1, approximate: true };
  const parts = key.split(/[- ]/);
  const first = wordValues.get(parts[0] ?? '') ?? Number.NaN;
  const second = wordValues.get(parts[1] ?? '');
  return { value: second === undefined || first < 20 ? first : first + second, approximate: false };
}
