import { dayAt } from '../calendar/zoned.ts';
import type { FollowedAction, Follow } from './occasion.ts';

/** What a notice says of an action, and how many days lie between now and its day. */
export function actionTold(
  { id, label, text, owner }: FollowedAction,
  due: string,
  nowMs: number,
  { calendar }: Follow,
) {
  const days = Math.round((Date.parse(due) - Date.parse(dayAt(nowMs, calendar.zone))) / 86_400_000);
  return { values: { action: id, label, text, owner, due }, days };
}

/** How lists name an action. */
export const actionLabel = ({ label, text }: FollowedAction): string => `${label} ${text}`.trim();
