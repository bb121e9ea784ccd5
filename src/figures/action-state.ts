import type { Action } from '../record/followup.ts';
import type { Policy } from '../record/policy.ts';

export type ActionState = 'open' | 'done' | 'verified' | 'dropped';

const words: readonly [pattern: RegExp, state: ActionState][] = [
  [/\b(?:won['’]?t|wont|cancell?ed|dropped|declined|obsolete|rejected|duplicate|n\/a)\b/, 'dropped'],
  [/\b(?:not|un|in|to)[ -]?(?:do|done|started|complete[d]?|resolved|verified|fixed|progress)\b|\bincomplete\b/, 'open'],
  [/\bverified\b/, 'verified'],
  [/\b(?:done|complete[d]?|closed|resolved|fixed|shipped|merged|deployed|implemented|finished)\b|✅|🟢|☑|✔/, 'done'],
];

/** What an action states about itself, by its tick and its status; undefined when it states nothing. */
export function actionState({ done, status }: Action, policy: Policy): ActionState | undefined {
  const mapped = status === undefined ? undefined : Object.entries(policy.statuses).find(([word]) => word === status);
  const text = (mapped?.[1] ?? status ?? '').toLowerCase();
  const found = text === '' ? undefined : words.find(([pattern]) => pattern.test(text))?.[1];
  if (found === 'open' || found === undefined)
    return done === true ? 'done' : text === '' && done === undefined ? undefined : 'open';
  return found;
}
