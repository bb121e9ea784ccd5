import { decodeText } from '../../../sources/decode.ts';
import { detectSource, type EvidenceEntry, type EvidenceFile, SourceError } from '../../../sources/index.ts';
import { type EvidenceLimits, evidenceLimits } from './limits.ts';
import { tooLarge, zipEntries } from './zip.ts';

/** The evidence in bytes that came from elsewhere (stdin): a zip archive by its first bytes, else text. */
export async function evidenceFromBytes(
  name: string,
  bytes: Uint8Array,
  limits: EvidenceLimits = evidenceLimits,
): Promise<EvidenceFile[]> {
  if (bytes.length > limits.maxBytes) throw tooLarge(name, limits);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
  if (!isZip) return [{ name, text: decodeText(name, bytes) }];
  return wholeOrParts({ name, text: '', entries: await zipEntries(name, bytes, limits) });
}

/** A folder or archive as one file of the source that knows it as a whole, and one for each other JSON file. Throws SourceError. */
export function wholeOrParts(whole: EvidenceFile & { entries: EvidenceEntry[] }): EvidenceFile[] {
  if (whole.entries.length === 0) {
    throw new SourceError(
      'evidence.no-json',
      'There is no JSON file in it.',
      whole.name,
      'Give a folder or archive that holds .json files.',
    );
  }
  const source = detectSource(whole);
  const { own = [], others = [] } = Object.groupBy(whole.entries, (entry) =>
    source === undefined || isOfAnother(entry, source.name) ? 'others' : 'own',
  );
  const parts = others.map((entry) => ({ name: `${whole.name}/${entry.name}`, text: entry.text }));
  return source === undefined ? parts : [{ ...whole, entries: own }, ...parts];
}

/** Evidence of several sources may lie in one folder: a Slack export, and the alerts beside it. */
function isOfAnother(entry: EvidenceEntry, source: string): boolean {
  try {
    return (detectSource(entry)?.name ?? source) !== source;
  } catch {
    return false;
  }
}
