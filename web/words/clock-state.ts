import { lengthText } from './lengths.ts';
import { plural } from './plural.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** To the minute within two hours, to the hour within two days, then in days: nobody waits for seconds here. */
function roughly(ms: number): string {
  const unitMs = ms < 2 * hourMs ? minuteMs : ms < 48 * hourMs ? hourMs : 24 * hourMs;
  return lengthText((Math.max(1, Math.floor(ms / unitMs)) * unitMs) / 1000);
}

/** How clocks stand, in English. The margin of a document shows it, and loads no more. */
export const clockStateEnglish = {
  clockState: {
    left: (ms: number) => (ms < 0 ? `${roughly(-ms)} late` : `${roughly(ms)} left`),
    waiting: 'not counting yet',
    done: 'done',
    doneLate: 'done late',
    notApplicable: 'does not apply',
    asked: (count: number) => plural(count, { one: '# clock asks for an answer', other: '# clocks ask for an answer' }),
    all: 'All clocks of this incident',
  },
};
