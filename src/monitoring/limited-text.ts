import { MonitoringError } from './monitoring-error.ts';

/** The text of an answer, unpacked, as long as it is not longer than it may be. @throws MonitoringError `monitoring.too-large` */
export async function limitedText(response: Response, address: string, mostBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw new MonitoringError('monitoring.too-large', address, `more than ${mostBytes} bytes`);
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks).toString('utf8');
}
