import { createHash } from 'node:crypto';
import { canonicalText } from '../canonical.ts';
import type { Bundle, Check } from './bundle.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

type Content = { template?: string; record?: Record<string, unknown>; evidence?: { name: string; sha256: string }[] };

/** The record within a content: entries of lists without their ids. */
function plainRecord(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map((entry) => (entry as { value: unknown }).value) : value,
    ]),
  );
}

/** The payload of the last ledger entry that says of a version what its content was. */
function lastVersion({ entries }: Bundle): { sha256?: string; version?: number; seq: number } | undefined {
  for (const { payload, seq } of entries.toReversed()) {
    const { operation, input } = JSON.parse(payload ?? '{}') as { operation?: string; input?: unknown };
    // Its hash is that of the redacted page.
    if (operation === 'publication.publish') continue;
    const said = input as { sha256?: unknown; version?: unknown } | undefined;
    if (typeof said?.sha256 === 'string' && typeof said.version === 'number')
      return { sha256: said.sha256, version: said.version, seq };
  }
  return undefined;
}

/** Content, record and evidence list agree, and the content is the one that the ledger names, where it names one. */
export function checkContent(bundle: Bundle): Check[] {
  const { content, record, evidence, incident } = bundle;
  const said = JSON.parse(content) as Content;
  const named = evidence.map(({ name, sha256: hash }) => ({ name, sha256: hash }));
  const same = (a: unknown, b: unknown) => canonicalText(a) === canonicalText(b);
  const checks: Check[] = [
    { part: 'content', holds: canonicalText(said) === content, says: `SHA-256 ${sha256(content)}` },
    { part: 'record', holds: same(plainRecord(said.record ?? {}), record), says: 'is the record of the content' },
    {
      part: 'evidence',
      holds: same(said.evidence ?? [], named),
      says: `${evidence.length} originals, as the content names them`,
    },
    { part: 'template', holds: said.template === incident.template, says: incident.template },
  ];
  const version = lastVersion(bundle);
  if (version !== undefined)
    checks.push({
      part: 'version',
      holds: true,
      says:
        version.sha256 === sha256(content)
          ? `version ${version.version}, in the ledger at entry ${version.seq}`
          : `changed since version ${version.version} (ledger entry ${version.seq})`,
    });
  return checks;
}
