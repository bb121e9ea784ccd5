/** Whether everything is to be shown (`npm run outage`), or only that it works (`npm test`). */
export const full = process.env['HINDCAST_OUTAGE'] === 'full';

/** How many rounds: few in `npm test`. */
export const rounds = (few: number, all: number): number => (full ? all : few);
