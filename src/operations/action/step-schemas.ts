import { z } from 'zod';
import { actionStages } from '../../figures/action-stage.ts';

/** What names an action: its incident, and the id of its entry or what the document calls it (`AI-001`). */
export const actionReference = { incident: z.string(), id: z.string().min(1).max(100) };

/** A day as `2026-11-30`. */
export const Day = z.iso.date('is a day as 2026-11-30');
export const Owner = z.string().trim().min(1).max(300);
/** A reason or a note. */
export const Words = z.string().trim().min(1).max(2000);

/** Where an action is after a step. */
export const Stepped = z.object({
  id: z.string(),
  label: z.string(),
  stage: z.enum(actionStages),
  owner: z.string(),
  due: z.string(),
});

/** How REST reaches a step. */
export const stepRoute = (step: string) =>
  ({ method: 'POST', path: `/incidents/{incident}/actions/{id}/${step}` }) as const;
