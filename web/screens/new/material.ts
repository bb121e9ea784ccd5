import type { Chosen } from '../../files/dropped.ts';
import { isBinary, textOf } from '../../files/text.ts';
import { isZip, unzip, ZipError } from '../../files/zip.ts';
import { words } from '../../words/index.ts';
import { looksLikeEvidence } from './looks-like-evidence.ts';

/** Something that a post-mortem is made from: read as a document, read for events, or only kept. */
export type Material = {
  id: number;
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** How evidence is named by what rests on it: `sha256:…`. */
  ref: string;
  kind: 'document' | 'evidence' | 'original';
  text?: string;
  /** The JSON files of an archive. */
  entries?: { name: string; text: string }[];
  /** Why it is only kept. */
  note?: string;
};

/** What is sent to be read; the server takes 12 MB. */
const mostReadBytes = 9_000_000;
const jsonName = /\.(?:json|jsonl|ndjson)$/i;
/** Tables and logs: what stands in them happened, whatever it looks like. */
const recordName = /\.(?:log|csv|tsv)$/i;
const textName = /\.(?:md|markdown|mdown|txt|text)$/i;
const hidden = /(?:^|\/)(?:__MACOSX|\.[^/]*)(?:\/|$)/;

let made = 0;

async function refOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256:${[...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** JSON, or lines of it. */
const looksLikeJson = (text: string): boolean =>
  /^\uFEFF?\s{0,1000}[{[]/.test(text) && /[}\]]\s{0,1000}$/.test(text.slice(-1100));

type Read = Pick<Material, 'kind' | 'text' | 'entries' | 'note'>;

function ofText(name: string, text: string): Read {
  const isRecord = jsonName.test(name) || recordName.test(name);
  if (isRecord || looksLikeJson(text) || looksLikeEvidence(text)) return { kind: 'evidence', text };
  return { kind: 'document', text };
}

async function ofZip(bytes: Uint8Array<ArrayBuffer>): Promise<Read> {
  const entries: { name: string; text: string }[] = [];
  let length = 0;
  try {
    for await (const entry of unzip(bytes, (name) => jsonName.test(name) && !hidden.test(name))) {
      const text = textOf(entry.bytes);
      length += text.length;
      if (length > mostReadBytes) return { kind: 'original', note: words.new.faults['too-large'] ?? '' };
      entries.push({ name: entry.name, text });
    }
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    return { kind: 'original', note: words.new.faults[error.fault] ?? error.fault };
  }
  return entries.length === 0 ? { kind: 'original' } : { kind: 'evidence', text: '', entries };
}

async function readBytes(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Read> {
  if (isZip(bytes)) return ofZip(bytes);
  if (isBinary(bytes)) return { kind: 'original' };
  if (bytes.length > mostReadBytes) return { kind: 'original', note: words.new.tooLarge(name) };
  if (!textName.test(name) && !jsonName.test(name) && /\.(?:pdf|png|jpe?g|gif|html?)$/i.test(name))
    return { kind: 'original' };
  return ofText(name, textOf(bytes));
}

/** Reads a file that was chosen or dropped. */
export async function materialOfFile({ path, file }: Chosen): Promise<Material> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { id: (made += 1), name: path, bytes, ref: await refOf(bytes), ...(await readBytes(path, bytes)) };
}

/** Reads what was pasted or typed. */
export async function materialOfText(text: string): Promise<Material> {
  const bytes = new TextEncoder().encode(text);
  const read = ofText('', text);
  const isJson = read.kind === 'evidence' && looksLikeJson(text);
  const pasted = isJson ? words.new.pastedEvidence : words.new.pastedText;
  const name = read.kind === 'evidence' ? pasted : words.new.pastedDocument;
  return { id: 0, name, bytes, ref: await refOf(bytes), ...read };
}
