import type { Input } from '../../../api/call.ts';

/** How the public page is wished, as it stands in the form. */
export type Wishes = { costs: boolean; hosts: string; slug: string };

/** The wishes as the operations take them. */
export const inputOf = (incident: string, { costs, hosts, slug }: Wishes): Input => ({
  incident,
  costs,
  publicHosts: hosts.split(/[\s,]+/).flatMap((host) => (host === '' ? [] : [host.toLowerCase()])),
  ...(slug.trim() === '' ? {} : { slug: slug.trim() }),
});
