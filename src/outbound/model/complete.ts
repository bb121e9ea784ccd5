/** One message of a conversation with a language model. */
export type Message = { role: 'system' | 'user'; content: string };

/** A language model behind an address, as the chat completions of OpenAI are spoken by many servers, local ones too. */
export type Model = {
  name: string;
  /** What it answers. Throws ModelError when it does not. */
  complete(messages: readonly Message[], signal?: AbortSignal): Promise<string>;
};

/** Where a model is: `http://localhost:11434/v1`, its name, and the key that some ask for. */
export type ModelSettings = { url: string; name: string; key?: string };

/** Why a model gave no answer, in words. */
export class ModelError extends Error {}

const patienceMs = 120_000;
const mostBytes = 1_000_000;

async function bounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new ModelError(`it answered with more than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The text of an answer in the form of chat completions. */
function contentOf(text: string): string {
  try {
    const { choices } = JSON.parse(text) as { choices?: { message?: { content?: unknown } }[] };
    const content = choices?.[0]?.message?.content;
    if (typeof content === 'string') return content;
  } catch {
    // Told below: no JSON and JSON of another form are the same to whoever reads it.
  }
  throw new ModelError('its answer is no chat completion');
}

const reasonOf = (error: unknown): string => {
  if (error instanceof ModelError) return error.message;
  const { name, message, cause } = error as Error;
  if (name === 'TimeoutError') return `it did not answer within ${patienceMs / 1000} seconds`;
  return cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : message;
};

/** A model that is reached by HTTP. Redirects are not followed: the key goes to the address that was given and nowhere else. */
export function openModel({ url, name, key }: ModelSettings): Model {
  const complete: Model['complete'] = async (messages, signal) => {
    const timeout = AbortSignal.timeout(patienceMs);
    try {
      const response = await fetch(`${url.replace(/\/+$/, '')}/chat/completions`, {
        method: 'POST',
        redirect: 'error',
        headers: {
          'content-type': 'application/json',
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify({ model: name, messages, temperature: 0, stream: false }),
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      });
      const text = await bounded(response);
      if (!response.ok) throw new ModelError(`it answered ${response.status}: ${text.slice(0, 200)}`);
      return contentOf(text);
    } catch (error) {
      throw new ModelError(reasonOf(error), { cause: error });
    }
  };
  return { name, complete };
}
