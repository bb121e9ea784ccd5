import { memberOf, membersOf, Text, textOf } from '../lenient.ts';
import { isUrl } from '../url.ts';
import type { Context } from './context.ts';
import { readError } from './error-event.ts';
import { ErrorEvent, PluginHook } from './schema.ts';

/** Reads a webhook of the older plugin. */
export function readPlugin(value: unknown, at: string, context: Context): void {
  const hook = PluginHook.parse(value);
  const event = ErrorEvent.parse(hook.event);
  const rules = hook.triggering_rules.flatMap((rule) => Text.parse(rule) ?? []);
  const about = {
    ...(rules.length === 0 ? {} : { rules }),
    project: hook.project_slug ?? hook.project,
    issueId: hook.id,
    link: isUrl(hook.url) ? hook.url : undefined,
  };
  const title = event.title ?? hook.message ?? event.message;
  readError(
    { ...event, title, culprit: event.culprit ?? hook.culprit, level: event.level ?? hook.level },
    `${at}/event`,
    about,
    context,
  );
}

/** Reads a service hook: an error in the words of the API, with its issue. It does not say whether a rule was set off. */
export function readServiceHook(value: unknown, at: string, context: Context): void {
  const [raw, group, project] = ['event', 'group', 'project'].map((name) => memberOf(value, name));
  const event = ErrorEvent.parse(membersOf(raw));
  const told = {
    ...event,
    event_id: textOf(raw, 'eventID'),
    title: event.title ?? textOf(group, 'title'),
    level: event.level ?? textOf(group, 'level'),
    datetime: textOf(raw, 'dateCreated') ?? textOf(raw, 'dateReceived'),
    release: textOf(memberOf(raw, 'release'), 'version') ?? event.release,
    web_url: textOf(raw, 'url') ?? textOf(group, 'permalink'),
  };
  const about = { project: textOf(project, 'slug'), issueId: textOf(raw, 'groupID') ?? textOf(group, 'id') };
  readError(told, `${at}/event`, about, context);
}
