import type { Finding, FindingSeverity } from '../../record/finding.ts';
import type { Checked } from './checked.ts';
import { linesOf, type Lines, regionOf } from './region.ts';

/** What the docs say of a code; `help` is the Markdown of its page. */
export type RuleText = { summary: string; help: string };

const levels: Record<FindingSeverity, string> = { error: 'error', warning: 'warning', note: 'note' };

/** A name, not an address: the project has no site of its own. The page itself travels along as `help`. */
const helpUri = (code: string) => `urn:hindcast:finding:${code}`;

/** A relative reference as SARIF wants it: `/` between, special signs escaped (RFC 3986). */
const uriOf = (file: string) => encodeURI(file.replaceAll('\\', '/')).replace(/[?#]/g, encodeURIComponent);

function location(finding: Finding, checked: Checked, lines: Lines): object {
  const region = regionOf(finding, lines, checked);
  const artifactLocation = { uri: uriOf(checked.file) };
  if (region === undefined) return { physicalLocation: { artifactLocation } };
  const { line, column, endColumn, text } = region;
  const snippet = { text: text.slice(0, 1000) };
  const span = { startLine: line, startColumn: column, endLine: line, endColumn };
  return { physicalLocation: { artifactLocation, region: { ...span, snippet } } };
}

/** One result of a SARIF log, without its rule's index. */
export type SarifResult = { ruleId: string; level: string; message: { text: string } } & Record<string, unknown>;

/** The results of one document. */
export function sarifResults(checked: Checked): SarifResult[] {
  const lines = linesOf(checked.source);
  return checked.findings.map((finding) => ({
    ruleId: finding.code,
    level: levels[finding.severity],
    message: { text: `${finding.message} ${finding.remedy}`.trim() },
    locations: [location(finding, checked, lines)],
    properties: { cites: finding.cites, ...(finding.path === undefined ? {} : { path: finding.path }) },
  }));
}

/**
 * A SARIF 2.1.0 log (OASIS, sarif-schema-2.1.0): one run, a rule per code that occurs.
 * @param textOf what the docs say of a code
 */
export function renderSarif(all: SarifResult[], version: string, textOf: (code: string) => RuleText): string {
  const codes = [...new Set(all.map(({ ruleId }) => ruleId))].toSorted();
  const rules = codes.map((code) => {
    const { summary, help } = textOf(code);
    const text = { shortDescription: { text: summary }, help: { text: help, markdown: help } };
    return { id: code, helpUri: helpUri(code), ...text };
  });
  const driver = { name: 'Hindcast', semanticVersion: version, rules };
  const results = all.map((result) => ({ ...result, ruleIndex: codes.indexOf(result.ruleId) }));
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results };
  const $schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  return `${JSON.stringify({ $schema, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}
