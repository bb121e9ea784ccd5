import { hash } from 'node:crypto';
import type { MaskSettings } from '../../masking/index.ts';
import type { Delivery } from '../../sources/index.ts';
import { loadedSources } from '../source/loaded.ts';
import { maskSoon } from './mask-soon.ts';

/** What is stored of a delivery, and what it is known by. */
export type Prepared = {
  /** The body, masked. */
  body: Uint8Array;
  sha256: Uint8Array;
  masked: Record<string, number>;
  /** What the sender calls the delivery, or a hash of its bytes as they came. */
  name: string;
};

const digest = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');

/** Names, decodes and masks a delivery. @throws TypeError when it is no UTF-8 */
export async function prepareDelivery(source: string, delivery: Delivery, settings: MaskSettings): Promise<Prepared> {
  const { body } = delivery;
  const webhook = loadedSources().sources.find(({ name }) => name === source)?.webhook;
  const own = webhook?.identity?.(delivery);
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  const { text: kept, masked } = await maskSoon(text, settings);
  const came = digest(body);
  const name = own === undefined ? `bytes ${Buffer.from(came).toString('hex')}` : `name ${own}`;
  // What holds nothing to mask is stored as the bytes that came.
  if (kept === text) return { body, sha256: came, masked, name };
  const stored = new TextEncoder().encode(kept);
  return { body: stored, sha256: digest(stored), masked, name };
}
