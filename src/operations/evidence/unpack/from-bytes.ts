import { decodeText } from '../../../sources/decode.ts';
import type { EvidenceEntry, EvidenceFile } from '../../../sources/index.ts';
import { SourceError } from '../../../sources/source-error.ts';
import { loadedSources } from '../../source/loaded.ts';
import { type EvidenceLimits, evidenceLimits, isJsonName } from './limits.ts';
import { type Tell, tooLarge, zipEntries } from './zip.ts';

/** The evidence in bytes that came from elsewhere (stdin): a zip archive by its first bytes, else text. */
export async function evidenceFromBytes(
  name: string,
  bytes: Uint8Array,
  limits: EvidenceLimits = evidenceLimits,
  tell?: Tell,
): Promise<EvidenceFile[]> {
  if (bytes.length > limits.maxBytes) throw tooLarge(name, limits.maxBytes);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
  if (!isZip) return [{ name, text: decodeText(name, bytes) }];
  return wholeOrParts({ name, text: '', entries: await zipEntries(name, bytes, limits, tell) });
}

/** A folder or archive as one file of the source that knows it as a whole, and one for each other file. Throws SourceError. */
export function wholeOrParts(whole: EvidenceFile & { entries: EvidenceEntry[] }): EvidenceFile[] {
  const entries = whole.entries.filter((entry) => isJsonName(entry.name) || sourceOf(entry) !== undefined);
  if (entries.length === 0) {
    throw new SourceError(
      'evidence.no-json',
      'There is no file in it that can be read: no JSON, and no text with times.',
      whole.name,
      'Give a folder or archive that holds .json, .txt, .log or .csv files.',
    );
  }
  const source = loadedSources().detectSource({ ...whole, entries });
  const { own = [], others = [] } = Object.groupBy(entries, (entry) =>
    source !== undefined && (source.owns?.(entry.name) === true || !isOfAnother(entry, source.name)) ? 'own' : 'others',
  );
  const parts = others.map((entry) => partOf(whole.name, entry));
  return source === undefined ? parts : [{ ...whole, entries: own }, ...parts];
}

/** A file of an archive on its own; its text is read when it is asked for, as that of the entry. */
const partOf = (name: string, entry: EvidenceEntry): EvidenceFile => ({
  name: `${name}/${entry.name}`,
  get text() {
    return entry.text;
  },
});

function sourceOf(entry: EvidenceEntry): string | undefined {
  try {
    return loadedSources().detectSource(entry)?.name;
  } catch {
    return undefined;
  }
}

/** Evidence of several sources may lie in one folder: a Slack export, and the alerts beside it. */
const isOfAnother = (entry: EvidenceEntry, source: string): boolean => (sourceOf(entry) ?? source) !== source;
