import { canonicalText } from '../../ledger/canonical.ts';
import type { IncidentRow } from '../incident/load.ts';
import type { StoredContext } from '../stored-operation.ts';
import { templateSha256 } from '../template/source-hash.ts';
import { type Content, type CurrentContent, currentContent, sha256Of } from './content.ts';
import { diffContent } from './diff-content.ts';
import { loadVersion, type Version } from './load.ts';
import { restoredRecord } from './restored-record.ts';

/** Something of a version that restoring does not bring back. */
export type Left = {
  code: 'evidence.attached' | 'evidence.detached' | 'template.gone' | 'template.changed';
  /** What it is about: the name of the original, or of the template. */
  name: string;
  sentence: string;
};

/** What an incident holds now, and what it would hold. */
export type Restoration = {
  version: Version;
  present: CurrentContent;
  wanted: Content;
  /** SHA-256 of what is wanted: that of the version when nothing is left. */
  sha256: string;
  left: Left[];
};

/** Evidence is never restored: what was attached stays, what was detached was so for a reason. */
function leftOf({ content }: Version, present: Content, wanted: Content): Left[] {
  const { added, removed } = diffContent(content, present).evidence;
  const left: Left[] = [
    ...added.map(({ name }): Left => {
      return { code: 'evidence.attached', name, sentence: `${name} was attached since and stays attached.` };
    }),
    ...removed.map(({ name }): Left => {
      return { code: 'evidence.detached', name, sentence: `${name} was detached since and is not attached again.` };
    }),
  ];
  const { template: name } = content;
  if (wanted.template !== name) {
    const sentence = `The template ${name} is no longer there: the document stays in ${wanted.template}.`;
    left.push({ code: 'template.gone', name, sentence });
  } else if (wanted.templateSha256 !== content.templateSha256) {
    const sentence = `The template ${name} was changed since: the document follows what it says now.`;
    left.push({ code: 'template.changed', name, sentence });
  }
  return left;
}

/**
 * What restoring a version makes of an incident: the whole record and its template, or with a path only what stands there.
 * @throws HindcastError `version.not-found`, `record.unknown-field`, `record.entry-not-found`
 */
export async function restorationOf(
  context: StoredContext,
  incident: IncidentRow,
  { number, path }: { number: number; path?: string | undefined },
): Promise<Restoration> {
  const [version, present] = await Promise.all([
    loadVersion(context, incident.id, number),
    currentContent(context, incident),
  ]);
  const record = restoredRecord(present.content.record, version.content.record, path);
  const named = path === undefined ? version.content.template : incident.template;
  const template = context.templates.find(({ name }) => name === named);
  const wanted: Content = {
    ...present.content,
    ...(template === undefined ? {} : { template: named, templateSha256: templateSha256(template) }),
    record,
  };
  const left = path === undefined ? leftOf(version, present.content, wanted) : [];
  return { version, present, wanted, sha256: sha256Of(canonicalText(wanted)), left };
}
