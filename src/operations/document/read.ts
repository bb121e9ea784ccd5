import { computeFigures } from '../../figures/index.ts';
import { checkRecord } from '../../findings/index.ts';
import { parseMarkdown } from '../../markdown/blocks.ts';
import { findDamage } from '../../markdown/encoding.ts';
import { enrichRecord, ownDefinitions, readGeneral } from '../../reading/index.ts';
import type { Claim } from '../../record/claim.ts';
import type { Figures } from '../../record/figure.ts';
import type { Finding } from '../../record/finding.ts';
import type { Places } from '../../record/place.ts';
import { defaultPolicy, type Policy } from '../../record/policy.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { builtinTemplates, chooseTemplate, readWithTemplate, type Template } from '../../templates/index.ts';
import type { Config } from '../config.ts';

export type ReadOptions = {
  /** Templates to choose from; the built-in ones without. */
  templates?: Template[];
  /** Name of the template to read with; the best one is chosen without. */
  template?: string;
  /** Example rows of the template count as values. */
  examples?: boolean;
  /** Name of the file, whose date may be the only one there is. */
  fileName?: string;
  /** RFC 3339 instant, for what depends on today (overdue actions). */
  now?: string;
  config?: Config;
};

/** Everything that can be said of one document. `read --json` prints it. */
export type ReadResult = {
  /** The template it was read with, and how sure that is (0 to 1); name null when it was read without one. */
  template: { name: string | null; confidence: number };
  /** Whether UTF-8 was read with another code page; `repaired` says that headings and values were read repaired. */
  encoding: { damaged: boolean; repaired: boolean; kind?: string };
  record: PostmortemRecord;
  figures: Figures;
  claims: Claim[];
  findings: Finding[];
  /** Sections no field holds: kept, with the line of their heading. */
  custom: { heading: string; line: number }[];
  places: Places;
  policy: Policy;
};

/** Below this share of recognised places, a document is read by the general vocabulary instead. */
const leastConfidence = 0.6;

/** Reads any Markdown post-mortem into record, figures, claims and findings. Never throws for what a document holds. */
export function readDocument(source: string, options: ReadOptions = {}): ReadResult {
  const doc = parseMarkdown(source);
  const damage = findDamage(source);
  const templates = options.templates ?? builtinTemplates();
  const chosen = chooseTemplate(doc, templates);
  const named = templates.find((template) => template.name === options.template);
  const template = named ?? (chosen.confidence >= leastConfidence ? chosen.template : null);
  const { record, places, confidence } = readWith(template, doc, options, chosen.confidence);
  const policy = withConfig(template?.policy ?? ownPolicy(record), options.config);
  const encoding = {
    damaged: damage !== undefined,
    repaired: damage !== undefined,
    ...(damage === undefined ? {} : { kind: damage }),
  };
  const clock = options.now === undefined ? {} : { now: options.now };
  const timed = inZone(record, options.config?.zone);
  const figures = computeFigures(timed, policy, clock);
  const claims = record.claims ?? [];
  const name = template?.name ?? null;
  const file = options.fileName === undefined ? {} : { fileName: options.fileName };
  const findings = checkRecord({
    record: timed,
    figures,
    policy,
    places,
    claims,
    encoding,
    source,
    template: name,
    ...clock,
    ...file,
  });
  const custom = (record.custom ?? []).map(({ heading, line }) => ({ heading, line: line ?? 1 }));
  return { template: { name, confidence }, encoding, record, figures, claims, findings, custom, places, policy };
}

type Reading = { record: PostmortemRecord; places: Places; confidence: number };

function readWith(
  template: Template | null,
  doc: ReturnType<typeof parseMarkdown>,
  options: ReadOptions,
  confidence: number,
): Reading {
  const file = options.fileName === undefined ? {} : { fileName: options.fileName };
  if (template === null) return { ...readGeneral(doc, file), confidence };
  const examples = options.examples === true ? { examples: true } : {};
  const read = readWithTemplate(doc, template, examples);
  enrichRecord(doc, read.record, read.places, file);
  return read;
}

/** Times that state no zone, read in the team's; the record itself keeps what the document says. */
function inZone(record: PostmortemRecord, zone: string | undefined): PostmortemRecord {
  if (zone === undefined || record.timeline === undefined) return record;
  const timeline = record.timeline.map((event) => (event.zone === undefined ? { ...event, zone } : event));
  return { ...record, timeline };
}

/** Without a template, a document's own labels may say from when it measures. */
function ownPolicy(record: PostmortemRecord): Policy {
  return { ...defaultPolicy, figures: { ...defaultPolicy.figures, ...ownDefinitions(record) } };
}

function withConfig(policy: Policy, config: Config | undefined): Policy {
  return policy.slo === undefined && config?.slo !== undefined ? { ...policy, slo: config.slo } : policy;
}
