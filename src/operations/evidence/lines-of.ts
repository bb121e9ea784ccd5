/** A line longer than this is no entry of a log; what follows up to its end is passed over. */
const longestLine = 4_000_000;

/** The lines of a text as its bytes come, without their ends; CRLF counts as one end. A line that is too long is cut. */
export async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  const whole = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line);
  for await (const chunk of body) {
    const [first = '', ...more] = decoder.decode(chunk, { stream: true }).split('\n');
    // Joined to a line that is as long as it gets, each chunk would be a copy of megabytes.
    if (rest.length < longestLine) rest = (rest + first).slice(0, longestLine);
    for (const line of more) {
      yield whole(rest);
      rest = line;
    }
  }
  rest += decoder.decode();
  if (rest !== '') yield whole(rest);
}
