/** Zone words that name one half of the year, and the months (1 to 12) in which they are certainly wrong. */
export type Season = { wrong: readonly number[]; instead: string; region: string };

const summerEurope = [4, 5, 6, 7, 8, 9];
const winterEurope = [11, 12, 1, 2];
const summerAmerica = [4, 5, 6, 7, 8, 9, 10];
const winterAmerica = [12, 1, 2];

/** Change-over months are left out: in them both words may be right. */
export const seasons: ReadonlyMap<string, Season> = new Map([
  ['CET', { wrong: summerEurope, instead: 'CEST', region: 'central Europe' }],
  ['EET', { wrong: summerEurope, instead: 'EEST', region: 'eastern Europe' }],
  ['CEST', { wrong: winterEurope, instead: 'CET', region: 'central Europe' }],
  ['EEST', { wrong: winterEurope, instead: 'EET', region: 'eastern Europe' }],
  ['BST', { wrong: winterEurope, instead: 'GMT', region: 'Britain' }],
  ['PST', { wrong: summerAmerica, instead: 'PDT', region: 'the US west coast' }],
  ['EST', { wrong: summerAmerica, instead: 'EDT', region: 'the US east coast' }],
  ['CST', { wrong: summerAmerica, instead: 'CDT', region: 'the central US' }],
  ['PDT', { wrong: winterAmerica, instead: 'PST', region: 'the US west coast' }],
  ['EDT', { wrong: winterAmerica, instead: 'EST', region: 'the US east coast' }],
  ['CDT', { wrong: winterAmerica, instead: 'CST', region: 'the central US' }],
]);
