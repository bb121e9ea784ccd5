const units: Record<string, string> = { h: 'hour', d: 'day', w: 'week', mo: 'month' };

/** What a review is called in messages: `1-month review`, `next review`. */
export function rungText(rung: string): string {
  const [, count, unit = ''] = /^(\d{1,4})(h|d|w|mo)$/.exec(rung) ?? [];
  if (count !== undefined) return `${count}-${units[unit]} review`;
  if (rung === 'next') return 'next review';
  return rung.startsWith('on:') ? 'agreed review' : `review “${rung}”`;
}
