/** The form of the address of a published incident: `/public/SLUG`. */
export const slugForm = /^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/;

/** The address of an incident without a wish: its number and the words of its (redacted) title. */
export function slugOf(number: number, title: string): string {
  const words =
    title
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/\p{M}/gu, '')
      .match(/[a-z0-9]+/g) ?? [];
  return ['inc', String(number), ...words].join('-').slice(0, 80).replace(/-$/, '');
}
