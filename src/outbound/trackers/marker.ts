const uuid = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';
const comment = new RegExp(`<!-- hindcast:(${uuid}) -->`);

/** Text as it is: no markup, and nobody mentioned and nothing referred to that only looks like it. */
const escaped = (text: string): string =>
  text.replaceAll(/[\\`*_{}[\]()<>#+!|~&-]/g, String.raw`\$&`).replaceAll(/[@#](?=\w)/g, '$&\u2060');

/** A description in Markdown; what it was made for stands in a comment that is not shown. */
export const describedIn = (
  text: readonly string[],
  { text: name, url }: { text: string; url: string },
  marker: string,
): string => [...text.map(escaped), `[${escaped(name)}](${url})`, `<!-- hindcast:${marker} -->`].join('\n\n');

/** What an issue was made for, by its description. */
export const markerIn = (description: string | null | undefined): string | null =>
  comment.exec(description ?? '')?.[1] ?? null;
