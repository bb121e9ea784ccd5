/** What counts as a secret. `keep` names the group before it that stays, `unless` what a match must not hold. */
export type SecretShape = { name: string; pattern: RegExp; accept?: (value: string, separator: string) => boolean };

/** A word after a colon is prose more often than a secret; quotes, `=` or a digit decide. */
function looksSecret(value: string, separator: string): boolean {
  return separator.includes('=') || separator.includes('"') || separator.includes("'") || /\d/.test(value);
}

/**
 * Shapes in order. Groups: 1 stays, 2 is the separator and stays, 3 goes; without groups all of it goes.
 * Each runs in linear time: a look-behind keeps a match from starting inside the run it would scan.
 */
export const secretShapes: SecretShape[] = [
  {
    name: 'private key',
    pattern: /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY-----|$)/g,
  },
  { name: 'JWT', pattern: /(?<![\w-])eyJ[\w-]{5,4000}\.[\w-]{5,8000}(?:\.[\w-]{0,4000})?/g },
  { name: 'AWS key', pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/g },
  { name: 'GitHub token', pattern: /(?<!\w)(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_\w{20,255})/g },
  { name: 'GitLab token', pattern: /(?<![\w-])glpat-[\w-]{16,255}/g },
  { name: 'Slack token', pattern: /(?<![\w-])(?:xox[a-z]|xapp)-[\w-]{8,255}/g },
  { name: 'Slack webhook', pattern: /(hooks\.slack\.com)(\/)((?:services|workflows|triggers)\/[\w/-]{8,255})/g },
  { name: 'API key', pattern: /(?<![\w-])(?:sk|rk)[-_](?:live_|test_|proj-|ant-)?[A-Za-z0-9_-]{20,255}/g },
  { name: 'Google key', pattern: /(?<![\w-])AIza[\w-]{35}/g },
  {
    name: 'authorization',
    pattern: /(authorization)(["']?\s{0,3}[:=]\s{0,3}["']?)((?:[A-Za-z]{3,12}\s{1,3})?[^\s"',;]{6,4000})/gi,
  },
  { name: 'bearer token', pattern: /(?<!\w)(bearer)(\s{1,3})([\w.~+/=-]{16,4000})/gi },
  { name: 'URL password', pattern: /(:\/\/[^\s:@/"']{0,200})(:)([^\s@/"']{1,500})(?=@)/g },
  {
    name: 'password',
    pattern:
      /(password|passwd|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key)(\\?["']?\s{0,3}[=:]\s{0,3}\\?["']?)([^\s"'&,;<>\\]{4,500})/gi,
    accept: looksSecret,
  },
];
