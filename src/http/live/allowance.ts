/** What one line may send: a burst, and so much a second after it. Typing is some 20 messages a second. */
const burst = { messages: 1000, bytes: 6_000_000 };
const perSecond = { messages: 200, bytes: 1_000_000 };

/** Takes one message of so many bytes; false when it is too much. */
export function allowance(): (bytes: number, nowMs: number) => boolean {
  const left = { ...burst };
  let atMs = performance.now();
  return (bytes, nowMs) => {
    const seconds = Math.max(0, nowMs - atMs) / 1000;
    atMs = nowMs;
    left.messages = Math.min(burst.messages, left.messages + seconds * perSecond.messages) - 1;
    left.bytes = Math.min(burst.bytes, left.bytes + seconds * perSecond.bytes) - bytes;
    return left.messages >= 0 && left.bytes >= 0;
  };
}
