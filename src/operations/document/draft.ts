import { z } from 'zod';
import { draftRecord } from '../../drafting/index.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import type { EvidenceFile, Source, SourceReading } from '../../sources/index.ts';
import { loadedSources } from '../source/loaded.ts';
import { writeWithTemplate } from '../../templates/index.ts';
import { HindcastError } from '../errors.ts';
import { evidenceError } from '../evidence-error.ts';
import type { Context, Operation } from '../operation.ts';
import { describedSources } from '../hook/source-of.ts';
import { templateToWrite } from '../template/find.ts';
import { materialOf } from './write.ts';

const Entry = z.strictObject({ name: z.string(), text: z.string() });

const Input = z.strictObject({
  /** Files, folders and archives as they were handed in. */
  evidence: z.array(z.strictObject({ name: z.string(), text: z.string(), entries: z.array(Entry).optional() })).min(1),
  /** Template to write in; the config's default without one. */
  template: z.string().optional(),
});

/** What one evidence file gave: events, what was left out and why, secrets masked. */
export type EvidenceUse = Pick<SourceReading, 'source' | 'file' | 'masked' | 'ignored'> & { events: number };

/** A first document with the record behind it. */
export type DraftResult = { template: string; record: PostmortemRecord; source: string; evidence: EvidenceUse[] };

function readOne(file: EvidenceFile, described: readonly Source[]): SourceReading {
  try {
    return loadedSources().readEvidence(file, described);
  } catch (error) {
    throw evidenceError(error);
  }
}

const useOf = ({ source, file, masked, ignored, events }: SourceReading): EvidenceUse => {
  return { source, file, masked, ignored, events: events.length };
};

/** Reasons of one list that a message shows; a broken export repeats the same few. */
const mostReasons = 5;

function noEvents(readings: SourceReading[]): HindcastError {
  const reasons = readings.flatMap(({ file, ignored }) =>
    ignored.length === 0
      ? [`${file} is empty`]
      : ignored.map(({ what, why, count }) => `${file}: ${what}: ${why}${count > 1 ? ` (${count} times)` : ''}`),
  );
  const more = reasons.length > mostReasons ? `; and ${reasons.length - mostReasons} reasons more` : '';
  return new HindcastError('evidence.no-events', { reasons: `${reasons.slice(0, mostReasons).join('; ')}${more}` });
}

/**
 * A first document from evidence. Files of an archive are read one after the other when their text is asked for, so that an export
 * of a hundred thousand messages is never in memory as a whole.
 */
export function draftFrom(evidence: EvidenceFile[], name: string | undefined, context: Context): DraftResult {
  const { now, config, templates } = context;
  const template = templateToWrite(name, config.template, templates);
  const described = describedSources(config);
  const around = { now, ...(config.zone === undefined ? {} : { zone: config.zone }) };
  const readings = evidence.map((file) => readOne({ ...file, ...around }, described));
  if (readings.every(({ events }) => events.length === 0)) throw noEvents(readings);
  const record = draftRecord(readings, { now });
  const { figures } = materialOf(record, template, now);
  const source = writeWithTemplate(record, template, { figures });
  return { template: template.name, record, source, evidence: readings.map(useOf) };
}

export const draftDocument: Operation<z.infer<typeof Input>, DraftResult> = {
  name: 'document.draft',
  sentence: 'Write a first document from evidence: alerts, chats, events of systems, logs, tables.',
  effect: 'read',
  input: Input,
  run: ({ evidence, template }, context) => {
    const files = evidence.map(({ entries, ...file }) => (entries === undefined ? file : { ...file, entries }));
    return draftFrom(files, template, context);
  },
};
