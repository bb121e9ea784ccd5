/** One request as it came to a webhook. Names of headers are in lower case. */
export type Delivery = { headers: Record<string, string>; body: Uint8Array; receivedMs: number };

/** What a check needs of the outside; all else of a source is pure. */
export type CheckMeans = {
  /** Gets a text over https, at most 64 kB. Throws when it cannot. */
  fetchText(url: string): Promise<string>;
  /** Whether an RSA signature over `text` (UTF-8, PKCS #1 v1.5) is of the X.509 certificate `pem`, valid at `nowMs`. */
  verifiedBy(pem: string, hash: 'SHA-1' | 'SHA-256', text: string, signature: Uint8Array, nowMs: number): boolean;
};

/** What is sent back to a greeting. */
export type Answer = { status: number; type: string; body: string };

/** How a system delivers by itself, to `/hooks/SOURCE/TOKEN`. Signatures are checked with WebCrypto, in constant time. */
export type Webhook = {
  /** What both sides know beside the address: what the sender calls it. Absent when the address is the only secret. */
  secret?: { name: string; isRequired: boolean };
  /** Why a delivery is not taken (one sentence with what to do); undefined when it is genuine. */
  refusal?(delivery: Delivery, secret: string | undefined, means: CheckMeans): Promise<string | undefined>;
  /** What the sender calls the delivery, the same each time it is sent; without it the bytes tell. */
  identity?(delivery: Delivery): string | undefined;
  /** The answer to a request that only asks whether somebody is here (Slack's challenge, the confirmation of SNS). */
  greeting?(delivery: Delivery, means: CheckMeans): Promise<Answer | undefined>;
};
