import { refresh } from '../api/queries.ts';

/** What shows actions is read again. */
export const refreshActions = (): Promise<void> =>
  refresh('action.list', 'action.show', 'action.matching', 'home.show', 'incident.show');
