import type { Settings } from '../server/settings.ts';
import type { Database } from '../../store/database.ts';

/** What a check found. `warning` works, and will not for ever or not for everybody. */
export type Finding = { state: 'ok' | 'warning' | 'wrong'; detail: string; remedy?: string };

/** What checks look at; `database` throws when there is none to be reached. */
export type Patient = {
  settings: Settings;
  env: NodeJS.ProcessEnv;
  database: () => Promise<Database>;
  now: () => number;
};

/** One thing the doctor looks at. */
export type Check = { name: string; look: (patient: Patient) => Promise<Finding> };

/** All is well, and why. */
export const ok = (detail: string): Finding => ({ state: 'ok', detail });
/** Something to mend, and how. */
export const wrong = (detail: string, remedy: string): Finding => ({ state: 'wrong', detail, remedy });
/** Something to know, and what could be done. */
export const warning = (detail: string, remedy: string): Finding => ({ state: 'warning', detail, remedy });
