/** What counts as a secret. `accept` looks at what a pattern with groups found, and says whether it is one. */
export type SecretShape = { name: string; pattern: RegExp; accept?: (value: string, separator: string) => boolean };

/** What stands where a secret was taken out already, or never was. */
const voidValue =
  /^(?:[*.•-]{1,100}|x{3,100}|\(masked: [\w -]{1,40}\)(?: \d{1,9})?|[[(<{]?(?:filtered|redacted|masked|removed|hidden|secret|scrubbed)[\])>}]?|none|null|nil|undefined|true|false|n\/a|yes|no)$/i;

/** True for a value that hides nothing: empty, a placeholder, a word for "none". */
export const isVoid = (value: string) => value.trim() === '' || voidValue.test(value.trim());

/** A word after a colon is prose more often than a secret; quotes, `=` or a digit decide. */
function looksSecret(value: string, separator: string): boolean {
  return /[="']/.test(separator) || /\d/.test(value) ? !isVoid(value) : false;
}

/** `Basic` of HTTP: base64 of `user:password`. */
function isBasic(value: string): boolean {
  try {
    return atob(value).includes(':');
  } catch {
    return false;
  }
}

/** Names of things that are secret, as the last part of a field's, a setting's or an option's name. */
const secretNames =
  'pass(?:word|wd|phrase|code)|pwd|secret|token|credentials?|(?:api|access|account|private|secret|master|auth|routing|integration|service|license|signing|encryption|shared|client|storage)[ _.-]?key';
const secretName = new RegExp(`(?:${secretNames}|authorization|cookie)s?$`, 'i');

/** True for the name of a field whose whole value is a secret: `db.password`, `X-Api-Key`, `routing_key`. */
export const isSecretName = (name: string) => name.length <= 200 && secretName.test(name);

/**
 * Shapes in order. Groups: 1 stays, 2 is the separator and stays, 3 goes; without groups all of it goes.
 * Each runs in linear time: a look-behind keeps a match from starting inside the run it would scan. None goes beyond a NUL.
 */
export const secretShapes: SecretShape[] = [
  {
    name: 'private key',
    pattern:
      /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[^\0]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|(?=\0)|$)/g,
  },
  { name: 'JWT', pattern: /(?<![\w-])eyJ[\w-]{5,4000}\.[\w-]{5,8000}(?:\.[\w-]{0,4000})?/g },
  { name: 'AWS key', pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/g },
  { name: 'GitHub token', pattern: /(?<!\w)(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_\w{20,255})/g },
  { name: 'GitLab token', pattern: /(?<![\w-])gl(?:pat|dt|rt|ptt|cbt|oas|soat|ft)-[\w.-]{16,255}/g },
  { name: 'Slack token', pattern: /(?<![\w-])(?:xox[a-z](?:\.xox[a-z])?|xapp)-[\w-]{8,255}/g },
  { name: 'chat webhook', pattern: /(hooks\.slack\.com)(\/)((?:services|workflows|triggers)\/[\w/-]{8,255})/g },
  { name: 'chat webhook', pattern: /(discord(?:app)?\.com\/api\/webhooks)(\/)(\d{5,25}\/[\w-]{20,255})/g },
  { name: 'chat webhook', pattern: /(\.webhook\.office\.com)(\/)(webhookb2\/[\w@/-]{20,400})/g },
  { name: 'API key', pattern: /(?<![\w-])(?:sk|rk)[-_](?:live_|test_|proj-|ant-)?[A-Za-z0-9_-]{20,255}/g },
  {
    name: 'API key',
    pattern:
      /(?<![\w-])(?:npm|hf|dop_v1|doo_v1|dor_v1|lin_api|figd|glsa|glc|whsec|shpat|shpss|shpca|shppa|NRAK|hvs|hvb|pypi|tskey-(?:auth|api)|dapi|PMAK|ATATT3x)[_.-]?[A-Za-z0-9_.=-]{24,400}/g,
    accept: (value) => /\d/.test(value),
  },
  { name: 'API key', pattern: /(?<![\w.])SG\.[\w-]{16,32}\.[\w-]{16,64}/g },
  { name: 'API key', pattern: /(?<!\w)\d{8,10}:AA[\w-]{33}(?![\w-])/g },
  { name: 'Google key', pattern: /(?<![\w-])(?:AIza[\w-]{35}|GOCSPX-[\w-]{20,60}|ya29\.[\w-]{20,1000})/g },
  {
    name: 'authorization',
    pattern: /(authorization)(["']?\s{0,3}[:=]\s{0,3}["']?)((?:[A-Za-z]{3,12}\s{1,3})?[^\s"',;]{6,4000})/gi,
  },
  { name: 'bearer token', pattern: /(?<!\w)(bearer)(\s{1,3})([\w.~+/=-]{16,4000})/gi },
  { name: 'authorization', pattern: /(?<!\w)(basic)(\s{1,3})([A-Za-z0-9+/]{8,4000}={0,2})/gi, accept: isBasic },
  {
    name: 'cookie',
    pattern: /(?<![\w-])((?:set-)?cookie)(["']?\s{0,3}:\s{0,3}["']?)([^\r\n"'\0]{4,4000})/gi,
    accept: (value) => value.includes('='),
  },
  { name: 'URL password', pattern: /(:\/\/[^\s:@/"']{0,200})(:)([^\s@/"']{1,500})(?=@)/g },
  {
    name: 'URL signature',
    pattern: /([?&](?:sig|signature|x-(?:amz|goog)-(?:signature|security-token)))(=)([^\s"'&<>\0]{8,2000})/gi,
  },
  {
    name: 'password',
    pattern: new RegExp(
      `(${secretNames})(s?\\\\?["']?\\s{0,3}(?:=>|:=|[=:])\\s{0,3}\\\\?["']?)` +
        `((?<=")[^"\\\\\\n\\0]{1,500}|(?<=')[^'\\\\\\n\\0]{1,500}|[^\\s"'&,;<>\\\\\\0]{4,500})`,
      'gi',
    ),
    accept: looksSecret,
  },
  {
    name: 'password',
    pattern: new RegExp(
      `(--(?:[\\w-]{0,40}-)?(?:${secretNames}))(\\s{1,3}["']?)((?<=")[^"\\n\\0]{1,500}|(?<=')[^'\\n\\0]{1,500}|[^\\s"'\\0-][^\\s"'\\0]{2,500})`,
      'gi',
    ),
    accept: (value) => !isVoid(value),
  },
  {
    name: 'password',
    pattern: /(\s-u|--user)([ =]["']?[^\s:"'\0]{1,100}:)([^\s"'\0]{2,200})/g,
    accept: (value) => /\D/.test(value),
  },
  { name: 'password', pattern: /(mysql\w{0,10}[^\n\0]{0,100}?\s-p)(["']?)([^\s"'\0]{3,200})/g },
  { name: 'password', pattern: /(sshpass\s{1,3}-p)(\s{0,3}["']?)([^\s"'\0]{1,200})/g },
];
