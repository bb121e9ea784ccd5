import { actionWords } from './action.ts';
import { actionsWords } from './actions.ts';

/** Texts of the screens of work that follows, in English. */
export const followingEnglish = {
  actions: actionsWords,
  action: actionWords,
};
