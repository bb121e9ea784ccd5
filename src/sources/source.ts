import type { Milestone, Phase } from '../record/milestone.ts';
import type { Webhook } from './delivery.ts';
import type { SourceFacts } from './facts.ts';
import type { Ignored } from './ignored.ts';
import type { Assumed } from './times/resolve.ts';

/** One file inside a folder or an archive. `name` is its path there, with `/`. */
export type EvidenceEntry = { name: string; text: string };

/**
 * What a person hands in: one text, or a folder or archive as `entries` (then `text` is empty). What came to a webhook has
 * its `headers` (names in lower case), for they may name what it is; a saved file has none and must be read all the same.
 */
export type EvidenceFile = {
  name: string;
  text: string;
  entries?: EvidenceEntry[];
  headers?: Record<string, string>;
  /** When it came to a webhook, for payloads without a time of their own; a saved file has none. */
  receivedMs?: number;
  /** Zone of times that state none, as the team decided. */
  zone?: string;
  /** RFC 3339 of the present, for times without a year. */
  now?: string;
};

/** One moment read from evidence. Becomes a timeline event of the record when it is drafted. */
export type SourceEvent = {
  /** Identity: two events with one key are the same event, however often it was delivered. */
  key: string;
  /** When, in milliseconds since 1970 UTC; a fraction keeps microseconds, for the order. */
  epochMs: number;
  /** What of the time is not written in the evidence: its zone, year or day was taken from elsewhere. */
  assumed?: readonly Assumed[];
  /** What happened, one line. */
  text: string;
  /** More of it, Markdown. */
  notes?: string;
  /** Who or what acted. */
  actor?: string;
  /** True when `text` are the actor's own words. */
  quoted?: true;
  phase?: Phase;
  milestone?: Milestone;
  /** Why the milestone is only a suggestion; absent means that the source states it. */
  inferredFrom?: 'wording' | 'position';
  /** `NAME#/json/pointer`, `NAME#LINE/json/pointer` where several values begin in lines of their own, or `NAME#LINE` for a text. */
  evidence: string;
  /** How often it was seen, and when last, where the source counts. */
  count?: number;
  lastMs?: number;
  /** Events with one `fold` are one storm and become one timeline event. */
  fold?: string;
  /** True when it is a change that somebody or something made: a deployment, a release, a switch. What broke may have been one. */
  change?: true;
  /** Set when it is a step that somebody took; `command` is what was run, where it is quoted. */
  step?: { command?: string };
};

/** Something that can be open or closed: an alert. Of states with a time the latest counts; without, closed means closed. */
export type Condition = {
  key: string;
  /** For a person: `Alert HighErrorRate (checkout)`. */
  name: string;
  state: 'open' | 'closed';
  /** Key of the event that opened it, where there is one. */
  openedBy?: string;
  /** Since when, for a source whose alerts open again under the same key. */
  sinceMs?: number;
  /** Key of the event that closed it; absent when it is open, or closed at an unknown time. */
  closedBy?: string;
};

/** All that one evidence file says. */
export type SourceReading = {
  /** Name of the source that read it. */
  source: string;
  /** Name of the evidence file. */
  file: string;
  events: SourceEvent[];
  conditions: Condition[];
  facts: SourceFacts;
  /** What was left out or not understood, and why. */
  ignored: Ignored[];
  /** How many secrets were masked. */
  masked: number;
};

/** A system that evidence comes from. Adding one: a folder, and a line in `index.ts`. */
export type Source = {
  name: string;
  title: string;
  /** What it reads, for a list of sources. */
  sentence: string;
  /** True when it reads what is no JSON: asked about such files only, and the others about JSON only. */
  plain?: true;
  /** Whether a file of an archive is its own by the name alone, so that nobody has to look into it. */
  owns?(entryName: string): boolean;
  /** How surely the file is of this source, 0 to 1. Never throws on a file that `readDocuments` accepts. */
  detect(input: EvidenceFile): number;
  /** Reads it. Throws SourceError when the file as a whole cannot be read. */
  read(input: EvidenceFile): SourceReading;
  /** How it delivers by itself; absent when it comes as a file only. */
  webhook?: Webhook;
};
