/** Object identifiers of RFC 3161 and what it stands on, by the hex of their DER content. */
export const oids = {
  sha256: '608648016503040201',
  signedData: '2a864886f70d010702',
  timestampInfo: '2a864886f70d0109100104',
  messageDigest: '2a864886f70d010904',
  signingCertificate: '2a864886f70d010910020c',
  signingCertificateV2: '2a864886f70d010910022f',
} as const;

/** Digests that signers use, by the hex of their identifier. */
export const digestNames: Record<string, string> = {
  '608648016503040201': 'sha256',
  '608648016503040202': 'sha384',
  '608648016503040203': 'sha512',
};

/** The purpose a certificate must be made for. */
export const timestampPurpose = '1.3.6.1.5.5.7.3.8';

/** Bytes as hex. */
export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
