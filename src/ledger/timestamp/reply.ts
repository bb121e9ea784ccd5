import { hash, verify, X509Certificate } from 'node:crypto';
import { LedgerError } from '../ledger-error.ts';
import { contentOf, type Der, inside, readDer, tags } from './der.ts';
import { digestNames, hexOf, oids, timestampPurpose } from './oids.ts';

/** A time stamp that holds: when, and by whom as their certificate names them. Whether to trust them is for the reader to say. */
export type Timestamp = { at: string; authority: string };

const refused = (reason: string) => new LedgerError('ledger.unsigned', `the time stamp does not hold: ${reason}`);

/** `20260102030405.5Z` as an instant. */
function instantOf(content: Uint8Array): string {
  const [, year, month, day, hour, minute, second, fraction = ''] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,9})?Z$/.exec(Buffer.from(content).toString('latin1')) ?? [];
  if (year === undefined) throw refused('its time is not of the form YYYYMMDDhhmmssZ');
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`).toISOString();
}

/** The time of a stamp's content, when it is of this text and answers this nonce. */
function stampedAt(info: Uint8Array, text: string, nonce: Uint8Array | undefined): string {
  const [, , imprint, , time, ...more] = inside(readDer(info)[0], tags.sequence);
  const [algorithm, digest] = inside(imprint, tags.sequence);
  const used = hexOf(contentOf(inside(algorithm, tags.sequence)[0], tags.oid));
  if (used !== oids.sha256 || hexOf(contentOf(digest, tags.octets)) !== hash('sha256', text))
    throw refused('it is of another text');
  const answered = more.find(({ tag }) => tag === tags.integer);
  if (nonce !== undefined && (answered === undefined || hexOf(answered.content) !== hexOf(nonce)))
    throw refused('it answers another request');
  return instantOf(contentOf(time, tags.time));
}

type Attributes = Map<string, Der | undefined>;

/** The value of each signed attribute, by the hex of its name. */
const attributesOf = (attributes: Der | undefined): Attributes =>
  new Map(
    inside(attributes, tags.first).map((attribute) => {
      const [name, values] = inside(attribute, tags.sequence);
      return [hexOf(contentOf(name, tags.oid)), inside(values, tags.set)[0]];
    }),
  );

/** Whether the signed attributes name this certificate by its hash (RFC 5035): without that, another one could be put in its place. */
function namesCertificate(attributes: Attributes, certificate: Uint8Array): boolean {
  const second = attributes.get(oids.signingCertificateV2);
  const [ids] = inside(second ?? attributes.get(oids.signingCertificate), tags.sequence);
  const parts = inside(inside(ids, tags.sequence)[0], tags.sequence);
  const [algorithm] = parts[0]?.tag === tags.sequence ? inside(parts[0], tags.sequence) : [];
  const stated = parts.find(({ tag }) => tag === tags.octets);
  const digest =
    algorithm === undefined ? (second === undefined ? 'sha1' : 'sha256') : digestNames[hexOf(algorithm.content)];
  return digest !== undefined && hexOf(contentOf(stated, tags.octets)) === hash(digest, certificate);
}

/** The certificate, of those sent along and made for stamping, whose key signed the attributes that hold the content's digest. */
function signerOf(info: Uint8Array, signer: Der | undefined, certificates: Uint8Array[]): X509Certificate {
  const [, , digestAlgorithm, signedAttributes, , signature] = inside(signer, tags.sequence);
  const digest = digestNames[hexOf(contentOf(inside(digestAlgorithm, tags.sequence)[0], tags.oid))];
  if (digest === undefined) throw refused('it is signed with a digest that is not known or not safe');
  const attributes = attributesOf(signedAttributes);
  if (hexOf(contentOf(attributes.get(oids.messageDigest), tags.octets)) !== hash(digest, info))
    throw refused('its content was changed');
  // Attributes are stored under one tag and signed under another (RFC 5652 section 5.4).
  const signed = Uint8Array.from(signedAttributes?.whole ?? []);
  signed[0] = tags.set;
  for (const bytes of certificates) {
    if (!namesCertificate(attributes, bytes)) continue;
    const certificate = new X509Certificate(bytes);
    const purposes: string[] = certificate.keyUsage ?? [];
    if (!purposes.includes(timestampPurpose)) continue;
    if (verify(digest, signed, certificate.publicKey, contentOf(signature, tags.octets))) return certificate;
  }
  throw refused('no certificate in it, made for time stamps, has signed it');
}

/**
 * Reads the reply of an authority and checks that it stamps this text, that its content is signed, and that the signing
 * certificate, which comes along, is made for stamping and was valid then. `nonce` is that of the request, where it is known.
 * @throws LedgerError `ledger.malformed`, or `ledger.unsigned` when it does not hold
 */
export function openTimestamp(reply: Uint8Array, text: string, nonce?: Uint8Array): Timestamp {
  try {
    return opened(reply, text, nonce);
  } catch (error) {
    if (error instanceof LedgerError) throw error;
    throw refused(
      `a certificate or signature in it cannot be read: ${error instanceof Error ? error.message : 'no reason given'}`,
    );
  }
}

function opened(reply: Uint8Array, text: string, nonce: Uint8Array | undefined): Timestamp {
  const [status, token] = inside(readDer(reply)[0], tags.sequence);
  const granted = contentOf(inside(status, tags.sequence)[0], tags.integer)[0];
  if (granted !== 0 && granted !== 1) throw refused(`the authority refused, with status ${granted}`);
  const [type, holder] = inside(token, tags.sequence);
  if (hexOf(contentOf(type, tags.oid)) !== oids.signedData) throw refused('it holds no signed data');
  const [, , content, ...rest] = inside(inside(holder, tags.first)[0], tags.sequence);
  const [contentType, wrapped] = inside(content, tags.sequence);
  if (hexOf(contentOf(contentType, tags.oid)) !== oids.timestampInfo) throw refused('what is signed is no time stamp');
  const info = contentOf(inside(wrapped, tags.first)[0], tags.octets);
  const at = stampedAt(info, text, nonce);
  const certificates = rest.find(({ tag }) => tag === tags.first);
  const [signer] = inside(rest.at(-1), tags.set);
  const sent = certificates === undefined ? [] : readDer(certificates.content).map(({ whole }) => whole);
  const certificate = signerOf(info, signer, sent);
  const time = Date.parse(at);
  if (time < Date.parse(certificate.validFrom) || time > Date.parse(certificate.validTo))
    throw refused('the certificate of the authority was not valid at that time');
  return { at, authority: certificate.subject.replaceAll('\n', ', ') };
}
