import type { ActionTables } from './action-tables.ts';
import type { ClockTables } from './clock-tables.ts';
import type { HookTables } from './hook-tables.ts';
import type { InsightTables } from './insight-tables.ts';
import type { NoticeTables } from './notice-tables.ts';
import type { OccasionTables } from './occasion-tables.ts';
import type { PublishingTables } from './publishing-tables.ts';
import type { ReviewTables } from './review-tables.ts';
import type { TrackerTables } from './tracker-tables.ts';

/** Tables that stand in files of their own. */
export type FurtherTables = ActionTables &
  ClockTables &
  HookTables &
  InsightTables &
  NoticeTables &
  OccasionTables &
  PublishingTables &
  ReviewTables &
  TrackerTables;
