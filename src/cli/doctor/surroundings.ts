import { EvidenceError, evidenceSample, missingFrom, openEvidenceStore } from '../../store/evidence/index.ts';
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

/** Names that are said: with more, the store itself is not the one it should be. */
const mostNamed = 5;

const named = (objects: string[]): string =>
  objects.slice(0, mostNamed).join(', ') +
  (objects.length > mostNamed ? ` and ${objects.length - mostNamed} more` : '');

const originals: Check = {
  name: 'originals',
  look: async ({ settings, env, database }) => {
    const { all, sample } = await evidenceSample(await database());
    try {
      const store = openEvidenceStore(settings.evidence, settings.dataFolder, env);
      const { missing, otherSize } = await missingFrom(store, sample);
      if (missing.length + otherSize.length === 0) return ok(`${sample.length} of ${all} looked for, all there`);
      const parts = [
        ...(missing.length > 0 ? [`missing: ${named(missing)}`] : []),
        ...(otherSize.length > 0 ? [`not as long as they were: ${named(otherSize)}`] : []),
      ];
      return wrong(
        `of ${sample.length} that were looked for (${all} there should be), ${parts.join('; ')}`,
        'Check that HINDCAST_EVIDENCE names the store they were put in; else bring them back from a backup.',
      );
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
export const surroundingsChecks: Check[] = [evidence, originals, origin];
