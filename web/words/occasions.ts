import { plural } from './plural.ts';

const units: Record<string, [one: string, several: string]> = {
  h: ['hour', 'hours'],
  bd: ['working day', 'working days'],
  d: ['day', 'days'],
  w: ['week', 'weeks'],
  mo: ['month', 'months'],
  q: ['quarter', 'quarters'],
  y: ['year', 'years'],
};

const spanned = (count: number, unit: string): string => {
  const [one, several] = units[unit] ?? [unit, unit];
  return `${count} ${count === 1 ? one : several}`;
};

/** What people will be told, and were. */
export const occasionsWords = {
  title: 'Reminders',
  coming: 'To come',
  said: 'Said',
  kinds: {
    'action-reminder': 'Action',
    'action-escalation': 'Escalation',
    deadline: 'Deadline',
    clock: 'Clock',
    review: 'Review',
  } as Record<string, string>,
  deadlines: {
    written: 'The document is to be written',
    meeting: 'The meeting is to be held',
  } as Record<string, string>,
  none: 'Nobody has to be reminded of anything here.',
  noneSaid: 'Nobody was reminded of anything here so far.',
  further: (count: number) => plural(count, { one: '# more', other: '# more' }),
  more: 'There are more.',
  lead: 'the lead of the incident',
  to: (names: string) => `to ${names}`,
  missed: 'missed; a later one was said instead',
  due: (day: string) => `due ${day}`,
  /** Where it stands on its ladder: `-3bd`, `+1w`, `50%`, `over`. */
  step: (step: string): string => {
    const [, sign, count, unit] = /^([+-])(\d+)\s?([a-z]+)$/.exec(step) ?? [];
    if (unit === undefined) return step === 'over' ? 'when the time is over' : `when ${step} of the time is over`;
    if (count === '0') return 'on the day';
    return `${spanned(Number(count), unit)} ${sign === '-' ? 'before' : 'after'}`;
  },
};
