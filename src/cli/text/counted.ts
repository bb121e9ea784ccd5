/** A number with its noun: `1 incident`, `2 incidents`, `12,000 people`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
