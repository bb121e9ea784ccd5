import type { Step } from '../record/resolution.ts';
import type { z } from 'zod';
import type { Call, Decision, Software } from './call.ts';
import { fieldOf, textOf } from './message.ts';
import { cut, redact, redactText } from './redact.ts';
import { spanText } from './span-text.ts';

/** A resolution step as it is sent, and the call behind it as the evidence keeps it. Both are masked. */
export type Recorded = { step: z.infer<typeof Step>; call: object };

const nameOf = ({ name, version }: Software): string => (version === undefined ? name : `${name} ${version}`);

/** One line, of no more than so many characters. */
const oneLine = (text: string, most: number): string => cut(text.replaceAll(/\s+/g, ' ').trim(), most);

/** What a block of content says, in words where it is no text. */
function wordsOf(block: unknown): string {
  const [type, text] = [textOf(block, 'type'), textOf(block, 'text')];
  if (text !== undefined) return text;
  const resource = fieldOf(block, 'resource');
  const uri = textOf(block, 'uri') ?? textOf(resource, 'uri');
  return textOf(resource, 'text') ?? `[${[type, textOf(block, 'mimeType'), uri].filter(Boolean).join(' ')}]`;
}

/** What came out, for people: the words of the content, else the structured content, else the error's message. */
function saidOf(result: unknown): string {
  const content = fieldOf(result, 'content');
  const words = Array.isArray(content) ? content.slice(0, 20).map(wordsOf).join(' ') : '';
  if (words !== '') return words;
  const structured = fieldOf(result, 'structuredContent');
  if (structured !== undefined) return JSON.stringify(structured);
  return textOf(result, 'message') ?? '';
}

function outcomeWords({ outcome, result }: Call): string {
  const code = fieldOf(result, 'code');
  return outcome === 'protocol error' && typeof code === 'number' ? `${outcome} ${code}` : outcome;
}

/** `deployment=checkout, replicas=6`: the plain arguments, in one line. */
function plainArguments(given: unknown): string {
  if (typeof given !== 'object' || given === null) return '';
  const plain = Object.entries(given).filter(([, value]) => /string|number|boolean/.test(typeof value));
  return plain.map(([name, value]) => `${name}=${value}`).join(', ');
}

const did = { accept: 'confirmed', decline: 'declined', cancel: 'dismissed the question' } as const;
const decisionWords = ({ asked, answer }: Decision): string =>
  `a person ${did[answer]}${asked === '' ? '' : `: ${asked}`}`;

/** Makes the resolution step of a call: what a reader of the post-mortem sees of it. */
export function stepOf(call: Call, secrets: readonly string[]): Recorded {
  const { name, title, outcome, startedAtMs, durationMs, decisions, agent, server, reason } = call;
  const [given, result] = [redact(call.arguments, secrets), redact(call.result, secrets)];
  const shownName = redactText(name, secrets, 200);
  const plain = plainArguments(given);
  const said = oneLine(saidOf(result) || redactText(reason ?? '', secrets), 500);
  const startedAt = new Date(startedAtMs).toISOString();
  const override = redactText(decisions.map(decisionWords).join('; '), secrets, 500);
  const what = redactText(title ?? name, secrets, 200);
  const answers = [...new Set(decisions.map(({ answer }) => did[answer]))];
  const person = answers.length === 0 ? '' : ` (a person ${answers.join(', ')})`;
  const step = {
    text: oneLine(plain === '' ? what : `${what}: ${plain}`, 200) || 'a call without a name',
    tool: oneLine(
      `${shownName} (MCP${server === undefined ? '' : `, ${redactText(nameOf(server), secrets, 100)}`})`,
      300,
    ),
    command: JSON.stringify({ method: 'tools/call', params: { name: shownName, arguments: given } }, null, 2),
    result: `${outcomeWords(call)} after ${spanText(durationMs)}${person}${said === '' ? '' : `: ${said}`}`,
    at: { at: startedAt, precision: 'instant' as const, zone: 'UTC' },
    by: oneLine(`agent ${agent === undefined ? '' : redactText(nameOf(agent), secrets, 100)}`, 120),
    ...(override === '' ? {} : { override: oneLine(override, 500) }),
  };
  const around = redact({ reason, decisions, agent, server }, secrets) as object;
  return {
    step,
    call: {
      name: shownName,
      arguments: given,
      startedAt,
      durationMs: Math.round(durationMs * 1000) / 1000,
      outcome,
      result,
      ...around,
    },
  };
}
