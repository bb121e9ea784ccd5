/** The colour of how a delivery stands. */
export const stateTones = { read: 'good', unread: 'warning', refused: 'error', waiting: 'plain' } as const;
