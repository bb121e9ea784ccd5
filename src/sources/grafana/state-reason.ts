import { label } from '../alertmanager/labels.ts';
import type { Alert } from '../alertmanager/schema.ts';

/** How an alert ended whose condition did not clear. Format: grafana.com/docs, "Stale alert instances" and "grafana_state_reason". */
const ends: ReadonlyMap<string, string> = new Map([
  ['MissingSeries', 'ended, as its series is gone'],
  ['Updated', 'ended, as its rule was changed'],
  ['Paused', 'ended, as its rule was paused'],
  ['RuleDeleted', 'ended, as its rule was deleted'],
]);

/** Why an alert has its state when its condition alone does not say: `MissingSeries`, `NoData`, `Error` ... */
export const reasonOf = ({ annotations }: Alert): string | undefined =>
  label(annotations ?? {}, 'grafana_state_reason');

/** What the end of an alert is told as: that nobody measured it any more is no recovery. */
export const endTold = (reason: string | undefined): string =>
  (reason === undefined ? undefined : ends.get(reason)) ?? 'resolved';
