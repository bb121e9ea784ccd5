import { startReading } from '../reading.ts';
import { bodies } from '../bodies.ts';
import { readInstant } from '../instant.ts';
import { issueText } from '../issue.ts';
import { splitText } from '../keep.ts';
import { memberOf, membersOf, textOf } from '../lenient.ts';
import type { EvidenceFile, SourceReading } from '../source.ts';
import { SourceError } from '../source-error.ts';
import { type Context, readSent } from './context.ts';
import { readError } from './error-event.ts';
import { readIssue } from './issue.ts';
import { isHook, isPluginHook, isServiceHook } from './kinds.ts';
import { readMetricAlert } from './metric-alert.ts';
import { readPlugin, readServiceHook } from './project-hook.ts';
import { ErrorEvent, Hook } from './schema.ts';

/** Reads webhooks of Sentry. Throws SourceError `sentry.no-webhook` when there is none. */
export function read(file: EvidenceFile): SourceReading {
  const { bodies: items, ignored } = bodies(file);
  if (!items.some(({ value }) => isHook(value) || isPluginHook(value) || isServiceHook(value))) {
    throw new SourceError(
      'sentry.no-webhook',
      'There is no webhook of Sentry here: neither one of an integration (action, data, installation) nor of the plugin.',
      file.name,
      'Give the body that Sentry posted.',
    );
  }
  const { context: started, done } = startReading('sentry', file);
  const context: Context = { ...started, sentMs: readSent(file.headers) ?? file.receivedMs };
  for (const { value, at } of items) {
    const hook = Hook.safeParse(value);
    if (isPluginHook(value)) readPlugin(value, at, context);
    else if (isServiceHook(value)) readServiceHook(value, at, context);
    else if (hook.success && isHook(value)) readHook(hook.data, at, context);
    else {
      const why = hook.error ? issueText(hook.error) : 'installation: it is missing';
      context.ignored.add('a value that is no webhook of Sentry', why, at);
    }
  }
  return done(ignored);
}

function readHook(hook: Hook, at: string, context: Context): void {
  const { action, data } = hook;
  const rule = textOf(data, 'triggered_rule') ?? textOf(memberOf(data, 'issue_alert'), 'title');
  if (Object.hasOwn(data, 'metric_alert')) readMetricAlert(hook, at, context);
  else if (Object.hasOwn(data, 'event')) {
    const isAlert = action === 'triggered' || rule !== undefined;
    const about = isAlert ? { rules: rule === undefined ? [] : [rule] } : {};
    readError(ErrorEvent.parse(membersOf(data['event'])), `${at}/data/event`, about, context);
  } else if (Object.hasOwn(data, 'error'))
    readError(ErrorEvent.parse(membersOf(data['error'])), `${at}/data/error`, {}, context);
  else if (Object.hasOwn(data, 'comment') || Object.hasOwn(data, 'comment_id')) readComment(hook, at, context);
  else if (Object.hasOwn(data, 'installation')) {
    context.ignored.add(
      `the integration was ${action === 'deleted' ? 'removed' : 'installed'}`,
      'it is no event of an incident',
      at,
    );
  } else if (Object.hasOwn(data, 'issue') && !Object.hasOwn(data, 'activity')) readIssue(hook, at, context);
  else {
    const what = textOf(memberOf(data, 'activity'), 'type') ?? action;
    context.ignored.add(`"${context.keep(what).slice(0, 60)}"`, whyNot(what, data), at);
  }
}

/** Why a kind is left out; Seer's come by themselves or through an alert on what it does. */
function whyNot(what: string, data: Record<string, unknown>): string {
  if (what.startsWith('seer_') || Object.hasOwn(data, 'run_id')) return 'notices of Seer are left out';
  if (Object.hasOwn(data, 'buildId')) return 'builds of apps are left out';
  return 'this kind of webhook of Sentry is not known';
}

/** A comment on an issue: somebody's own words. */
function readComment({ action, data, actor }: Hook, at: string, { reading, ignored, keep }: Context): void {
  const epochMs = readInstant(textOf(data, 'timestamp'));
  const words = keep(textOf(data, 'comment') ?? '');
  if (epochMs === undefined || words === '' || action === 'deleted') {
    ignored.add('a comment', action === 'deleted' ? 'it was deleted' : 'it has no time or no words', `${at}/data`);
    return;
  }
  const { text, notes } = splitText(words);
  const author = keep(actor.name ?? 'somebody');
  const project = textOf(data, 'project_slug');
  const on = [`Comment on issue ${textOf(data, 'issue_id') ?? '?'}`, project ? ` of ${project}` : '', '.'].join('');
  const about = keep(`${on}${action === 'updated' ? ' This is when it was edited.' : ''}`);
  reading.events.push({
    key: `sentry:comment:${keep(textOf(data, 'comment_id') ?? text)}${action === 'created' ? '' : `@${epochMs}`}`,
    epochMs,
    text,
    notes: notes === undefined ? about : `${notes}\n\n${about}`,
    actor: author,
    quoted: true,
    evidence: `${at}/data`,
  });
  if (actor.name !== undefined) reading.facts.people.push({ value: author, evidence: `${at}/actor`, epochMs });
  if (project !== undefined)
    reading.facts.services.push({ value: keep(project), evidence: `${at}/data/project_slug`, epochMs });
}
