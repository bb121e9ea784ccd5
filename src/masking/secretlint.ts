import type { Span } from '../sources/span.ts';

const id = '@secretlint/secretlint-rule-preset-recommend';
const rule = (name: string) => `@secretlint/secretlint-rule-${name}`;

/** Its modules take 15 MB, so they come with the first text that is masked. */
async function load() {
  const [{ lintSource }, { secretLintProfiler }, { creator: preset }] = await Promise.all([
    import('@secretlint/core'),
    import('@secretlint/profiler'),
    import('@secretlint/secretlint-rule-preset-recommend'),
  ]);
  // It measures itself, and keeps a mark of each rule and text for as long as the process lives.
  secretLintProfiler.setEnabled(false);
  // The recommended rules, with the ids of AWS keys, and without comments in the text that would turn them off.
  const rules = [
    { id: rule('aws'), options: { enableIDScanRule: true } },
    { id: rule('filter-comments'), disabled: true },
  ];
  return { lintSource, config: { rules: [{ id, rule: preset, options: {}, rules }] } };
}
let loaded: ReturnType<typeof load> | undefined;

/** What a rule finds, in words; of the others, the name of the rule tells. */
const kinds: Record<string, string> = {
  aws: 'AWS key',
  basicauth: 'URL password',
  'database-connection-string': 'URL password',
  gcp: 'Google key',
  github: 'GitHub token',
  gitlab: 'GitLab token',
  privatekey: 'private key',
  slack: 'Slack token',
};

/** Where secretlint finds secrets in a text. What it names as the secret decides, for its range may be another part of the line. */
export async function secretlintSpans(text: string): Promise<Span[]> {
  const source = { filePath: 'text.txt', content: text, contentType: 'text' as const };
  const { lintSource, config } = await (loaded ??= load());
  const { messages } = await lintSource({ source, options: { config, noPhysicFilePath: true } });
  return messages.flatMap(({ ruleId, range: [start, end], data }) => {
    const name = ruleId.replace(rule(''), '');
    const kind = kinds[name] ?? 'API key';
    const named = Object.values(data ?? {}).flatMap((value) => {
      const at = typeof value === 'string' && value.length > 3 ? text.indexOf(value, start) : -1;
      return at === -1 || at > end ? [] : [{ start: at, end: at + String(value).length, kind }];
    });
    return named.length > 0 ? named : [{ start, end, kind }];
  });
}
