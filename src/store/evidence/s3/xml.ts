const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decode = (text: string) => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '');

/** The text of the first element of that name, or nothing. S3 answers nest no element in one of the same name. */
export function xmlText(xml: string, element: string): string | undefined {
  const from = xml.indexOf(`<${element}>`);
  const to = from < 0 ? -1 : xml.indexOf(`</${element}>`, from);
  return to < 0 ? undefined : decode(xml.slice(from + element.length + 2, to));
}

/** The insides of all elements of that name, in order, undecoded. */
export function xmlParts(xml: string, element: string): string[] {
  return xml
    .split(`<${element}>`)
    .slice(1)
    .map((part) => part.split(`</${element}>`, 1)[0] ?? '');
}
