/** Names that browsers give themselves, the one that says most first: Edge calls itself Chrome too, and Chrome Safari. */
const browsers = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
const systems = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const;

const mostShown = 60;

/** What a browser's long name for itself says it is; of another program the beginning of its name, if it has one. */
export function readUserAgent(userAgent: string): { program?: string; system?: string } {
  const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1];
  if (browser === undefined) return userAgent === '' ? {} : { program: userAgent.slice(0, mostShown) };
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1];
  return { program: browser, ...(system === undefined ? {} : { system }) };
}
