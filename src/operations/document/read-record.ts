import { type MarkdownDoc, parseMarkdown } from '../../markdown/blocks.ts';
import { findDamage } from '../../markdown/encoding.ts';
import { enrichRecord, ownDefinitions, readGeneral } from '../../reading/index.ts';
import type { Places } from '../../record/place.ts';
import { defaultPolicy, type Policy } from '../../record/policy.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { builtinTemplates, chooseTemplate, readWithTemplate, type Template } from '../../templates/index.ts';
import type { Config } from '../config.ts';

export type RecordOptions = {
  /** Templates to choose from; the built-in ones without. */
  templates?: Template[];
  /** Name of the template to read with; the best one is chosen without. */
  template?: string;
  /** Example rows of the template count as values. */
  examples?: boolean;
  /** Name of the file, whose date may be the only one there is. */
  fileName?: string;
  config?: Config;
};

/** What a document states, before anything is computed from it. */
export type RecordReading = {
  /** The template it was read with, and how sure that is (0 to 1); name null when it was read without one. */
  template: { name: string | null; confidence: number };
  /** Whether UTF-8 was read with another code page; `repaired` says that headings and values were read repaired. */
  encoding: { damaged: boolean; repaired: boolean; kind?: string };
  record: PostmortemRecord;
  places: Places;
  policy: Policy;
};

/** Below this share of recognised places, a document is read by the general vocabulary instead. */
const leastConfidence = 0.55;

/** Reads any Markdown post-mortem into a record. Never throws for what a document holds. */
export function readRecord(source: string, options: RecordOptions = {}): RecordReading {
  const doc = parseMarkdown(source);
  const damage = findDamage(source);
  const templates = options.templates ?? builtinTemplates();
  const named = templates.find((template) => template.name === options.template);
  const offered = templates.filter(({ kept }) => kept?.archived !== true);
  const chosen = named === undefined ? chooseTemplate(doc, offered) : { template: named, confidence: 1 };
  const template = chosen.confidence >= leastConfidence ? chosen.template : null;
  const { record, places, confidence } = readWith(template, doc, options, chosen.confidence);
  const damaged = damage !== undefined;
  return {
    template: { name: template?.name ?? null, confidence },
    encoding: { damaged, repaired: damaged, ...(damage === undefined ? {} : { kind: damage }) },
    record,
    places,
    policy: withConfig(template?.policy ?? ownPolicy(record), options.config),
  };
}

type Reading = { record: PostmortemRecord; places: Places; confidence: number };

function readWith(template: Template | null, doc: MarkdownDoc, options: RecordOptions, confidence: number): Reading {
  const file = options.fileName === undefined ? {} : { fileName: options.fileName };
  if (template === null) return { ...readGeneral(doc, file), confidence };
  const read = readWithTemplate(doc, template, options.examples === true ? { examples: true } : {});
  enrichRecord(doc, read.record, read.places, file);
  return read;
}

/** Without a template, a document's own labels may say from when it measures. */
function ownPolicy(record: PostmortemRecord): Policy {
  return { ...defaultPolicy, figures: { ...defaultPolicy.figures, ...ownDefinitions(record) } };
}

function withConfig(policy: Policy, config: Config | undefined): Policy {
  return policy.slo === undefined && config?.slo !== undefined ? { ...policy, slo: config.slo } : policy;
}
