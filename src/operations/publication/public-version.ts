import { canonicalText } from '../../ledger/canonical.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import type { Template } from '../../templates/index.ts';
import { titleOf, toMarkdown } from '../document/render.ts';
import { materialOf } from '../document/write.ts';
import { sha256Of } from '../versions/content.ts';
import { type Decisions, suspectId, takeOut } from './decisions.ts';
import { foldedName } from './name-forms.ts';
import type { Names } from './names.ts';
import { leftOnPage, withoutTaken, withoutTakenIn, wordsShown } from './on-page.ts';
import { redactRecord, type RecordRedaction, type Removed } from './redact-record.ts';
import { redactText } from './redact-text.ts';
import { slugOf } from './slug.ts';
import { type Suspect, suspectsOf } from './suspects.ts';

/** A suspicion, and what a person decided about it. */
export type Judged = Suspect & { id: string; decision: 'open' | 'accepted' | 'redacted' };

/** The redacted version of an incident, and the leak report. */
export type Redacted = {
  slug: string;
  title: string;
  markdown: string;
  /** The public page. */
  html: string;
  /** SHA-256 over slug, Markdown and page: what publishing asks for. */
  sha256: string;
  removed: Removed[];
  suspects: Judged[];
};

/** What a public version is made of. `at`: the time that its figures are of. */
export type PublicSource = {
  record: PostmortemRecord;
  template: Template;
  at: string;
  number: number;
  slug?: string | undefined;
};

/** Words of names as they are compared when they are written small. */
export const wordsOf = (names: Names): Set<string> =>
  new Set([...names.keys()].flatMap((name) => (/[\s@._,-]/.test(name) ? [] : [foldedName(name)])).filter(Boolean));

/** What stands in the address of the page and names somebody. */
const namedIn = (slug: string, redaction: RecordRedaction): string[] =>
  redactText(slug, redaction).taken.flatMap(({ kind, text }) => (kind === 'name' ? [text] : []));

/** Makes the public version of a record: what is redacted by itself, what a person took out, and what is left to be decided. */
export async function publicVersion(
  { record: whole, template, at, number, slug: wish }: PublicSource,
  redaction: RecordRedaction,
  { accepted, redacted }: Decisions,
): Promise<Redacted> {
  const [isAccepted, isRedacted] = [new Set(accepted), new Set(redacted)];
  const judge = (suspect: Suspect): Judged => {
    const id = suspectId(suspect);
    const decision = isRedacted.has(id) ? 'redacted' : isAccepted.has(id) ? 'accepted' : 'open';
    return { ...suspect, id, decision };
  };
  const out = (judged: Judged[]) => judged.filter(({ decision }) => decision === 'redacted');
  const { names, publicHosts } = redaction;
  const first = redactRecord(whole, redaction);
  const judged = suspectsOf(first.record, { names: wordsOf(names), publicHosts, policy: template.policy }).map(judge);
  const written = (record: PostmortemRecord) => toMarkdown(materialOf(record, template, at), template).split('\n');
  const onPage = (lines: readonly string[], heard: readonly Judged[]) =>
    leftOnPage(
      lines,
      redaction,
      heard.map(({ text }) => text),
    ).map(judge);
  const staying = judged.filter(({ decision }) => decision !== 'redacted');
  const left = onPage([titleOf(first.record), ...written(first.record)], staying);
  // What formatting parts goes first: a part of it may be a suspicion of its own. Before it goes what holds such parts, a block of code.
  const around = out(judged).filter(({ text }) => wordsShown(text) !== text);
  const outer = takeOut(first.record, around);
  const inner = takeOut(withoutTakenIn(outer.record, out(left)), out(judged));
  const [record, removed] = [inner.record, [...outer.removed, ...inner.removed]];
  const clean = [titleOf(record), ...written(record)].map((line) => withoutTaken(line, out(left)));
  const title = clean[0] ?? '';
  const markdown = clean.slice(1).join('\n');
  const slug = wish ?? slugOf(number, record.incident?.title === undefined ? '' : wordsShown(title));
  const isSame = out(judged).length === 0 && out(left).length === 0;
  // Whatever the page still shows is open, whatever was decided: only words that are gone were taken out.
  const still = onPage([...(isSame ? [] : clean), ...namedIn(slug, redaction)], staying).map((one): Judged =>
    one.decision === 'redacted' ? { ...one, decision: 'open' } : one,
  );
  const gone = isSame ? left : left.filter(({ decision }) => decision !== 'open');
  const page = new Map([...gone, ...still].map((one) => [one.id, one]));
  const material = materialOf(record, template, at);
  // Loaded only when needed, as the makers of documents are.
  const { renderHtml } = await import('../../documents/html.ts');
  const html = renderHtml({ ...material, findings: [], markdown, title, margin: false, date: at.slice(0, 10) });
  const sha256 = sha256Of(canonicalText({ slug, markdown, html }));
  return {
    slug,
    title,
    markdown,
    html,
    sha256,
    removed: [...first.removed, ...removed],
    suspects: [...judged, ...page.values()],
  };
}
