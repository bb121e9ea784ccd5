import { readInstant } from '../instant.ts';
import { issueText } from '../issue.ts';
import { splitText } from '../keep.ts';
import { type Context, startReading } from '../reading.ts';
import type { EvidenceFile, SourceEvent, SourceReading } from '../source.ts';
import { SourceError } from '../source-error.ts';
import { entries, isEntry } from './entries.ts';
import { noiseOf, sessions } from './noise.ts';
import { AuditEvent } from './schema.ts';
import { commandOf, wordsOf } from './words.ts';

/** Reads an audit log: who did what. Throws SourceError `kubernetes-audit.no-entries` when there is none. */
export function read(file: EvidenceFile): SourceReading {
  const found = entries(file);
  if (!found.entries.some(({ value }) => isEntry(value))) {
    throw new SourceError(
      'kubernetes-audit.no-entries',
      'There is no entry of a Kubernetes audit log here (audit.k8s.io).',
      file.name,
      'Give the log of the API server, one entry per line, or what its webhook backend posts.',
    );
  }
  const { context, done } = startReading('kubernetes-audit', file);
  const events = new Map<string, SourceEvent>();
  for (const { value, at } of found.entries) {
    const entry = isEntry(value) ? AuditEvent.safeParse(value) : undefined;
    if (entry?.success) {
      const event = readEntry(entry.data, at, context);
      const known = event && events.get(event.key);
      // A session has an entry when it begins and one when it ends; the later one has more to say.
      if (event && (known?.lastMs ?? 0) <= (event.lastMs ?? 0)) events.set(event.key, event);
    } else context.ignored.add('a value', entry ? issueText(entry.error) : 'it is no entry of an audit log', at);
  }
  context.reading.events.push(...events.values());
  return done(found.ignored);
}

function readEntry(entry: AuditEvent, at: string, { reading, ignored, keep }: Context): SourceEvent | undefined {
  const noise = noiseOf(entry);
  if (noise !== undefined) {
    const thing = entry.objectRef?.resource ?? 'a path';
    ignored.add(`${keep(entry.verb).slice(0, 40)} ${keep(thing).slice(0, 60)}`, noise, at);
    return undefined;
  }
  const epochMs = [entry.requestReceivedTimestamp, entry.stageTimestamp, entry.timestamp]
    .map(readInstant)
    .find((time) => time !== undefined);
  if (epochMs === undefined) {
    ignored.add('an entry', 'it has no time', at);
    return undefined;
  }
  const user = entry.user.username ?? 'somebody';
  const other = entry.impersonatedUser?.username;
  const actor = keep(other === undefined ? user : `${user} as ${other}`);
  const command = commandOf(entry);
  const { text, notes } = splitText(keep(`${wordsOf(entry)}${command === undefined ? '' : `: ${command}`}`));
  const agent = entry.userAgent === undefined ? '' : `Client: ${keep(entry.userAgent)}`;
  const details = [notes, agent].filter(Boolean).join('\n\n');
  const isSession = sessions.has(entry.objectRef?.subresource ?? '');
  const isDone = (entry.responseStatus?.code ?? 200) < 400 && entry.stage !== 'Panic';
  if (!user.startsWith('system:'))
    reading.facts.people.push({ value: keep(user), evidence: `${at}/user/username`, epochMs });
  if (isDone) systemOf(entry, at, epochMs, { reading, keep });
  return {
    key: `kubernetes-audit:${keep(entry.auditID)}`,
    epochMs,
    text: entry.stage === 'Panic' ? `${text} (the API server failed at it)` : text,
    ...(details === '' ? {} : { notes: details }),
    actor,
    evidence: at,
    lastMs: readInstant(entry.stageTimestamp) ?? epochMs,
    ...(isDone && !isSession ? { change: true as const } : {}),
    ...(isDone ? { step: command === undefined ? {} : { command: keep(command) } } : {}),
  };
}

const kinds: Record<string, string> = {
  deployments: 'Deployment',
  statefulsets: 'StatefulSet',
  daemonsets: 'DaemonSet',
  nodes: 'Node',
};

/** The workload or node that was changed, as cluster events name it. */
function systemOf(
  { objectRef }: AuditEvent,
  at: string,
  epochMs: number,
  { reading, keep }: Pick<Context, 'reading' | 'keep'>,
): void {
  const { resource = '', namespace, name } = objectRef ?? {};
  const kind = Object.hasOwn(kinds, resource) ? kinds[resource] : undefined;
  if (kind === undefined || name === undefined) return;
  const path = namespace === undefined ? name : `${namespace}/${name}`;
  reading.facts.systems.push({ value: `${kind} ${keep(path)}`, evidence: `${at}/objectRef`, epochMs });
}
