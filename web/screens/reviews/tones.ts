/** How a state looks. */
export const tones = {
  held: { tone: 'good' },
  late: { tone: 'error' },
  due: { tone: 'warning' },
  coming: { tone: 'plain' },
  planned: { tone: 'plain' },
} as const;
