/** The address of the monitor that Datadog writes at the end of a message; undefined when there is none. */
export const monitorLink = (text: string): string | undefined =>
  /\[\[Monitor Status\]\((https:\/\/[^\s)]{1,2000})\)/.exec(text)?.[1];

/** A message without Datadog's marks: `%%%` around Markdown, pictures, the links to the monitor at its end, the handles it went to. */
export function plainText(text: string): string {
  return text
    .replaceAll('%%%', '')
    .split('\n')
    .filter((line) => !/^\s*(?:\[!\[|- - -\s*$|\[\[Monitor Status\])/.test(line))
    .map((line) => line.replace(/(?:^|\s)@[\w.-]{1,100}(?:@[\w.-]{1,100})?(?=\s|$)/g, '').trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
