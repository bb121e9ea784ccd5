import type { Chosen } from '../../files/dropped.ts';
import { type Damage, repaired } from '../../files/repaired.ts';
import { isBinary, textOf } from '../../files/text.ts';
import { isZip, unzip, ZipError } from '../../files/zip.ts';
import { words } from '../../words/index.ts';

/** A document to import: its path, and its bytes when they are wanted. */
export type Source = { path: string; bytes: () => Promise<Uint8Array<ArrayBuffer>> };

const markdownName = /\.(?:md|markdown|mdown|txt)$/i;
const hidden = /(?:^|\/)(?:__MACOSX|node_modules|\.[^/]*)(?:\/|$)/;
const mostBytes = 9_000_000;

export const isDocumentName = (name: string): boolean => markdownName.test(name) && !hidden.test(name);

async function ofArchive({ path, file }: Chosen): Promise<{ sources: Source[]; leftOut: number }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!isZip(bytes)) return { sources: [], leftOut: 1 };
  const sources: Source[] = [];
  let leftOut = 0;
  const wanted = (name: string) => {
    const is = isDocumentName(name);
    if (!is && !hidden.test(name)) leftOut += 1;
    return is;
  };
  try {
    for await (const entry of unzip(bytes, wanted)) {
      const unpacked = new Uint8Array(entry.bytes);
      sources.push({ path: `${path}/${entry.name}`, bytes: async () => unpacked });
    }
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    const why = words.new.faults[error.fault] ?? error.fault;
    sources.push({ path, bytes: () => Promise.reject(new Error(why)) });
  }
  return { sources, leftOut };
}

/** The documents among some files; zip archives are opened. What is hidden is not counted as left out. */
export async function sourcesOf(chosen: Chosen[]): Promise<{ sources: Source[]; leftOut: number }> {
  const found: Source[] = [];
  let leftOut = 0;
  for (const one of chosen) {
    if (isDocumentName(one.path))
      found.push({ path: one.path, bytes: async () => new Uint8Array(await one.file.arrayBuffer()) });
    else if (/\.zip$/i.test(one.path)) {
      const opened = await ofArchive(one);
      found.push(...opened.sources);
      leftOut += opened.leftOut;
    } else if (!hidden.test(one.path)) leftOut += 1;
  }
  return { sources: found, leftOut };
}

/** The text of a document, with damaged letters put right. @throws Error with the reason, for people */
export async function documentText(bytes: Uint8Array): Promise<{ text: string; damage?: Damage }> {
  if (bytes.length > mostBytes) throw new Error(words.import.tooLarge);
  if (isBinary(bytes)) throw new Error(words.import.noText);
  const text = textOf(bytes);
  if (text.trim() === '') throw new Error(words.import.empty);
  return repaired(text);
}
