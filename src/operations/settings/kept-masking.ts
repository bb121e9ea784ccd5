import { remembered } from '../remembered.ts';
import { maskingOf } from './masking-of.ts';
import { readSettings } from './read-settings.ts';

/** What owners decided about masking, for those who ask with every delivery; a change is seen within two seconds. */
export const keptMasking = remembered(async (database) => maskingOf(await readSettings(database)));
