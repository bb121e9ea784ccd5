import { addressOfCall } from '../../api/call.ts';

/** An original as `evidence.list` gives it. */
export type Item = {
  id: string;
  sha256: string;
  bytes: number;
  type: string;
  name: string;
  note: string;
  addedAt: string;
  addedBy: string;
  retainUntil: string | null;
  detachedAt: string | null;
  removedAt: string | null;
};

/** Types that the server shows within a browser, without running anything of them; the same as in its headers. */
const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);
const texts = new Set(['text/plain; charset=utf-8', 'application/json', 'application/x-ndjson']);

/** How an original can be looked at. */
export const looksOf = ({ type }: Item): 'picture' | 'text' | undefined =>
  pictures.has(type) ? 'picture' : texts.has(type) ? 'text' : undefined;

/** Where the bytes of an original are. */
export const contentOf = (incident: string, { id }: Item): string =>
  addressOfCall('evidence.download', { incident, evidence: id });
