/** How deep each why lies in the tree: one level below the one it explains, which is the one before it unless it names another. */
export function whyDepths(whys: readonly { id?: string | undefined; under?: string | undefined }[]): number[] {
  const depths: number[] = [];
  for (const [index, { under }] of whys.entries()) {
    const parent = under === undefined ? index - 1 : whys.findIndex(({ id }) => id === under);
    depths.push(parent < 0 || parent >= index ? 0 : (depths[parent] ?? 0) + 1);
  }
  return depths;
}
