/** What the server put into the page, so that the first screen asks for nothing that is known already. */
export type Start = {
  me: { id: string; name: string; email: string; role: string; may: string[] };
  /** The language model that may write texts; absent where none is configured. */
  model?: string;
  /** The number of the last change that the answers know. */
  seen: number;
  /** Answers of operations by name and input, as `keyOf` writes them. */
  answers: Record<string, unknown>;
};

const text = document.getElementById('start')?.textContent ?? '';

/** The page's own data. @throws when the page has none */
export const start = JSON.parse(text) as Start;
