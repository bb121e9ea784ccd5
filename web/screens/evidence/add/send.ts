import { addressOfCall } from '../../../api/call.ts';
import { Problem } from '../../../api/problem.ts';
import { words } from '../../../words/index.ts';
import type { Item } from '../item.ts';

function problemIn(request: XMLHttpRequest): Problem {
  try {
    const {
      code = 'unknown',
      title = request.statusText,
      detail = '',
    } = JSON.parse(request.responseText) as {
      code?: string;
      title?: string;
      detail?: string;
    };
    return new Problem(code, request.status, title, { advice: detail });
  } catch {
    return new Problem('unknown', request.status, request.statusText);
  }
}

/** What became of a file; `isKnown` when it was attached before, and is answered as it was then. */
export type Sent = { item: Item; isKnown: boolean };

/** By the server's own clock alone: the one here may be set otherwise. */
function sentOf(request: XMLHttpRequest): Sent {
  const item = JSON.parse(request.responseText) as Item;
  const answeredMs = Date.parse(request.getResponseHeader('date') ?? '');
  return { item, isKnown: Date.parse(item.addedAt) < answeredMs - 60_000 };
}

/**
 * Sends a file as evidence. Only this old way of asking tells how much has left.
 * @param told the share that has left, 0 to 1
 * @throws Problem as the server says it, `offline` without one, `cancelled`
 */
export function send(incident: string, file: File, told: (share: number) => void, signal: AbortSignal): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOfCall('evidence.add', { incident, name: file.name }));
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('idempotency-key', crypto.randomUUID());
    request.upload.addEventListener('progress', ({ loaded, total }) => told(total === 0 ? 0 : loaded / total));
    request.addEventListener('load', () =>
      request.status < 300 ? resolve(sentOf(request)) : reject(problemIn(request)),
    );
    request.addEventListener('error', () =>
      reject(new Problem('offline', 0, words.problem.offline, { advice: words.problem.offlineAdvice })),
    );
    request.addEventListener('abort', () => reject(new Problem('cancelled', 0, words.evidence.add.cancelled)));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
