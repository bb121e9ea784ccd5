/** Headers that prove or carry, and say nothing of the content. */
const passing =
  /^(?:authorization|cookie|connection|host|keep-alive|te|trailer|transfer-encoding|upgrade|content-length|content-encoding|accept.*|forwarded|x-forwarded-.*|x-real-ip|via|expect|priority|sec-.*|traceparent|tracestate)$/;
const secret =
  /signature|token|secret|passw|hmac|credential|jwt|bearer|session|(?:^|-)auth(?:-|$|orization|entication)|(?:api|access|auth|subscription|functions?|client|private|shared|webhook)-?key/;

const most = 50;
const longest = 1000;

/** The headers that say what a delivery is: never signatures, credentials, or what only the way here put on. */
export function keptHeaders(headers: Record<string, string>): Record<string, string> {
  const kept = Object.entries(headers).filter(
    ([name, value]) => !passing.test(name) && !secret.test(name) && value.length <= longest,
  );
  return Object.fromEntries(
    kept.slice(0, most).map(([name, value]) => [name, value.replaceAll('\0', '').toWellFormed()]),
  );
}
