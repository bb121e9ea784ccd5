import { deliveriesWords } from './deliveries.ts';
import { hooksWords } from './hooks.ts';
import { rulesWords } from './rules.ts';
import { signalsWords } from './signals.ts';

/** Texts of the screens of what other systems send, in English. */
export const incomingEnglish = {
  hooks: hooksWords,
  deliveries: deliveriesWords,
  rules: rulesWords,
  signals: signalsWords,
};
