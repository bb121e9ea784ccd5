import { insightsWords } from './insights.ts';

/** Texts of the screen that counts over all incidents, in English. */
export const countingEnglish = { insights: insightsWords };
