/** Milliseconds without a byte after which an upload counts as given up. */
const mostSilenceMs = 60_000;

/** The next chunk, or an error when none comes in time. */
async function nextOf(reader: ReadableStreamDefaultReader<Uint8Array>, silenceMs: number) {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`nothing came for ${silenceMs / 1000} s`)), silenceMs);
  try {
    return await Promise.race([reader.read(), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** The chunks of a request's body, ending with an error when its sender falls silent: an upload may take long, but not stand still. */
export async function* untilSilent(
  body: ReadableStream<Uint8Array>,
  silenceMs = mostSilenceMs,
): AsyncGenerator<Uint8Array, void> {
  const reader = body.getReader();
  let whole = false;
  try {
    for (;;) {
      const { value, done } = await nextOf(reader, silenceMs);
      if (done) {
        whole = true;
        return;
      }
      yield value;
    }
  } finally {
    if (!whole) void reader.cancel().catch(() => undefined);
  }
}
