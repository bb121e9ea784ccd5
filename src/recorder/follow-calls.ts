import type { Call, Outcome, Software } from './call.ts';
import { idKey, fieldOf, type Message, textOf } from './message.ts';
import { decisionOf, type Question, questionOf } from './questions.ts';

/** A call that has not ended. */
type Open = Omit<Call, 'outcome' | 'durationMs'> & { argumentsText: string };
/** A call whose server wants input first; its retry is the same step. */
type Waiting = { open: Open; state: string | undefined; questions: Map<string, Question> };

/** What all connections of one server share: retries may come over another one. */
export type Known = {
  waiting: Waiting[];
  titles: Map<string, string>;
  agent: Software | undefined;
  server: Software | undefined;
};
export const nothingKnown = (): Known => ({ waiting: [], titles: new Map(), agent: undefined, server: undefined });

/** So many calls, questions and titles are followed at once; the oldest give way, so memory stays bounded. */
const most = 5000;

const software = (value: unknown): Software | undefined => {
  const [name, version] = [textOf(value, 'name'), textOf(value, 'version')];
  return name === undefined ? undefined : { name, ...(version === undefined ? {} : { version }) };
};

function outcomeOf(result: unknown): Outcome {
  return fieldOf(result, 'isError') === true ? 'tool error' : 'ok';
}

/**
 * Follows the tool calls of one connection, in both eras of the protocol: with questions of the server in between (2025), and with
 * results that ask for input and are retried (2026). Every call that ends is given to `done`, once.
 */
export function followCalls(done: (call: Call) => void, known: Known = nothingKnown()) {
  const open = new Map<string, Open>();
  const asked = new Map<string, { by: Open; question: Question }>();
  /** Requests other than calls whose answers say something: what the tools are called, and the result of a task. */
  const others = new Map<string, { method: string; task?: Open }>();
  const tasks = new Map<string, Open>();

  const close = (call: Open, atMs: number, end: Pick<Call, 'outcome' | 'result' | 'reason'>): void => {
    const { argumentsText: _text, ...rest } = call;
    const server = known.server === undefined ? {} : { server: known.server };
    done({ ...rest, ...server, ...end, durationMs: Math.max(0, atMs - call.startedAtMs) });
  };
  const bound = <T>(map: Map<string, T>, dropped?: (value: T) => void): void => {
    if (map.size < most) return;
    const [[key, value]] = map as unknown as [[string, T]];
    map.delete(key);
    dropped?.(value);
  };

  /** The call that a retry with input goes on with. */
  function resumed(name: string, argumentsText: string, params: unknown): Open | undefined {
    const [state, responses] = [textOf(params, 'requestState'), fieldOf(params, 'inputResponses')];
    if (state === undefined && responses === undefined) return undefined;
    const at = known.waiting.findIndex(
      (each) => each.open.name === name && each.state === state && each.open.argumentsText === argumentsText,
    );
    const [found] = at < 0 ? [] : known.waiting.splice(at, 1);
    for (const [key, question] of found?.questions ?? []) {
      const decision = decisionOf(question, fieldOf(responses, key));
      if (decision !== undefined) found?.open.decisions.push(decision);
    }
    return found?.open;
  }

  function called(key: string, params: unknown, atMs: number): void {
    const name = textOf(params, 'name') ?? '';
    const given = fieldOf(params, 'arguments') ?? {};
    const argumentsText = JSON.stringify(given);
    const agent = software(fieldOf(fieldOf(params, '_meta'), 'io.modelcontextprotocol/clientInfo')) ?? known.agent;
    const title = known.titles.get(name);
    const fresh = (): Open => ({
      name,
      ...(title === undefined ? {} : { title }),
      arguments: given,
      argumentsText,
      startedAtMs: atMs,
      decisions: [],
      ...(agent === undefined ? {} : { agent }),
    });
    const before = open.get(key);
    if (before !== undefined) close(before, atMs, { outcome: 'no answer', reason: 'its id was used again' });
    bound(open, (oldest) => close(oldest, atMs, { outcome: 'no answer', reason: 'too many calls were open' }));
    open.delete(key);
    open.set(key, resumed(name, argumentsText, params) ?? fresh());
  }

  function answeredCall(call: Open, { result, error }: Message, atMs: number): void {
    const task = textOf(fieldOf(result, 'task'), 'taskId');
    if (error !== undefined) close(call, atMs, { outcome: 'protocol error', result: error });
    else if (task !== undefined) {
      bound(tasks);
      tasks.set(task, call);
    } else if (fieldOf(result, 'resultType') === 'input_required') {
      const requests = Object.entries((fieldOf(result, 'inputRequests') ?? {}) as object);
      const questions = requests.map(([key, request]) => [key, questionOf(request as Message)] as const);
      const [oldest] = known.waiting.length < most ? [] : known.waiting.splice(0, 1);
      if (oldest !== undefined) close(oldest.open, atMs, unanswered);
      known.waiting.push({ open: call, state: textOf(result, 'requestState'), questions: new Map(questions) });
    } else close(call, atMs, { outcome: outcomeOf(result), result });
  }

  function learn(method: string, result: unknown): void {
    known.server = software(fieldOf(result, 'serverInfo')) ?? known.server;
    if (method !== 'tools/list') return;
    const tools = fieldOf(result, 'tools');
    for (const tool of Array.isArray(tools) ? tools.slice(0, most) : []) {
      const title = textOf(tool, 'title') ?? textOf(fieldOf(tool, 'annotations'), 'title');
      const name = textOf(tool, 'name');
      if (name === undefined || title === undefined) continue;
      bound(known.titles);
      known.titles.set(name, title);
    }
  }

  return {
    fromClient(message: Message, atMs: number): void {
      const { method, params } = message;
      const key = idKey(message.id);
      if (method === 'notifications/cancelled') {
        const cancelled = idKey(fieldOf(params, 'requestId'));
        const call = cancelled === undefined ? undefined : open.get(cancelled);
        if (cancelled === undefined || call === undefined) return;
        open.delete(cancelled);
        close(call, atMs, { outcome: 'cancelled', reason: textOf(params, 'reason') ?? 'the client took it back' });
      } else if (typeof method === 'string') {
        if (key === undefined) return;
        if (method === 'initialize') known.agent = software(fieldOf(params, 'clientInfo')) ?? known.agent;
        if (method === 'tools/call') return called(key, params, atMs);
        const task = textOf(params, 'taskId');
        const call = task === undefined ? undefined : tasks.get(task);
        if (method === 'tasks/cancel' && call !== undefined && task !== undefined) {
          tasks.delete(task);
          return close(call, atMs, { outcome: 'cancelled', reason: 'the client took it back' });
        }
        bound(others);
        others.set(key, { method, ...(call === undefined ? {} : { task: call }) });
      } else if (key !== undefined) {
        const question = asked.get(key);
        asked.delete(key);
        const decision = question && decisionOf(question.question, message.result);
        if (question !== undefined && decision !== undefined) question.by.decisions.push(decision);
      }
    },

    fromServer(message: Message, atMs: number): void {
      const key = idKey(message.id);
      if (key === undefined) return;
      if (typeof message.method === 'string') {
        // The protocol of 2025 does not say for which call a server asks: the latest is the likeliest.
        const by = [...open.values()].at(-1);
        if (by === undefined || message.method !== 'elicitation/create') return;
        bound(asked);
        asked.set(key, { by, question: questionOf(message) });
        return;
      }
      known.server =
        software(fieldOf(fieldOf(message.result, '_meta'), 'io.modelcontextprotocol/serverInfo')) ?? known.server;
      const call = open.get(key);
      if (call !== undefined) {
        open.delete(key);
        return answeredCall(call, message, atMs);
      }
      const other = others.get(key);
      others.delete(key);
      if (other === undefined) return;
      learn(other.method, message.result);
      if (other.method !== 'tasks/result' || other.task === undefined) return;
      for (const [task, of] of tasks) if (of === other.task) tasks.delete(task);
      answeredCall(other.task, message, atMs);
    },

    /** Ends one call by what is known from elsewhere: an answer too long to be read, or none by the transport. */
    settle(id: unknown, atMs: number, end: Pick<Call, 'outcome' | 'reason'>): void {
      const key = idKey(id);
      const call = key === undefined ? undefined : open.get(key);
      if (key === undefined || call === undefined) return;
      open.delete(key);
      close(call, atMs, end);
    },

    /** The connection ended: what is open gets no answer any more. */
    end(atMs: number, outcome: Outcome, reason: string): void {
      for (const call of [...open.values(), ...tasks.values()]) close(call, atMs, { outcome, reason });
      open.clear();
      tasks.clear();
    },
  };
}

const unanswered = { outcome: 'no answer', reason: 'the server asked for input that was not given' } as const;

/** Ends the calls whose server asked for input that never came. */
export function endWaiting(known: Known, done: (call: Call) => void, atMs: number): void {
  for (const { open } of known.waiting.splice(0)) {
    const { argumentsText: _text, ...call } = open;
    const durationMs = Math.max(0, atMs - open.startedAtMs);
    done({ ...call, durationMs, ...unanswered });
  }
}
