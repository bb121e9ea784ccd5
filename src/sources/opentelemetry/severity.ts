import type { LogRecord } from './schema.ts';

/** The six names of the specification, four numbers each, and words that loggers write for them. */
const levels: { name: string; words: RegExp }[] = [
  { name: 'TRACE', words: /^(?:trace|verbose|finest)/i },
  { name: 'DEBUG', words: /^(?:debug|fine)/i },
  { name: 'INFO', words: /^(?:info|notice)/i },
  { name: 'WARN', words: /^warn/i },
  { name: 'ERROR', words: /^(?:err|severe)/i },
  { name: 'FATAL', words: /^(?:fatal|crit|emerg|alert|panic)/i },
];

/** The level's name and number, 1 to 24; the number counts, a text only where there is none. Undefined when neither tells. */
export function severityOf({ severityNumber, severityText }: LogRecord): { name: string; number: number } | undefined {
  const named = /^SEVERITY_NUMBER_([A-Z]+)([2-4]?)$/.exec(severityNumber ?? '');
  const index = named ? levels.findIndex(({ name }) => name === named[1]) : -1;
  const number = index === -1 ? Number(severityNumber ?? 0) : index * 4 + Number(named?.[2] || 1);
  if (Number.isInteger(number) && number >= 1 && number <= 24) {
    return { name: levels[Math.floor((number - 1) / 4)]?.name ?? '', number };
  }
  const told = levels.findIndex(({ words }) => words.test(severityText ?? ''));
  return told === -1 ? undefined : { name: levels[told]?.name ?? '', number: told * 4 + 1 };
}

/** From here on a record is a warning or worse. */
export const warnNumber = 13;
