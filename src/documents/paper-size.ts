/** Sizes of paper that PDF and Word are laid out for; the first is the default. */
export const papers = ['a4', 'letter'] as const;
export type Paper = (typeof papers)[number];

/** What typst calls a size, and the page in twentieths of a point, as Word measures it (ISO 216, ANSI Y14.1). */
export const paperSizes: Record<Paper, { typst: string; width: number; height: number }> = {
  a4: { typst: 'a4', width: 11_906, height: 16_838 },
  letter: { typst: 'us-letter', width: 12_240, height: 15_840 },
};
