import { EvidenceError, openEvidenceStore } from '../../store/evidence/index.ts';
import { type Check, ok, warning, wrong } from './check.ts';

const probe = new TextEncoder().encode('hindcast doctor was here\n');

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const evidence: Check = {
  name: 'evidence',
  look: async ({ settings, env }) => {
    try {
      const store = openEvidenceStore(settings.evidence, settings.dataFolder, env);
      const { sha256, existed } = await store.put(once(probe), { maxBytes: probe.length });
      let bytes = 0;
      for await (const chunk of (await store.get(sha256)).body) bytes += chunk.length;
      if (!existed) await store.remove(sha256);
      return ok(`${store.describe()}: ${bytes} bytes written, read and removed`);
    } catch (error) {
      if (error instanceof EvidenceError) return wrong(error.message, error.remedy);
      throw error;
    }
  },
};

const isLocal = (host: string) => /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);

const origin: Check = {
  name: 'origin',
  look: async ({ settings }) => {
    if (settings.origin === undefined)
      return warning(
        `http://localhost:${settings.port}, for this machine only`,
        'Set HINDCAST_ORIGIN to the https address that people use: links and passkeys need it.',
      );
    const { protocol, hostname } = new URL(settings.origin);
    if (protocol === 'https:' || isLocal(hostname)) return ok(settings.origin);
    return wrong(
      `${settings.origin} is not encrypted`,
      'Put a proxy with TLS before the server and set HINDCAST_ORIGIN to its https address: browsers refuse passkeys otherwise.',
    );
  },
};

/** What lies around the server. */
export const surroundingsChecks: Check[] = [evidence, origin];
