/** When something is told: at first, on the way, in the end. */
export const stages = ['initial', 'update', 'resolved'] as const;
export type Stage = (typeof stages)[number];
