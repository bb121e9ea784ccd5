/** A resource of Hindcast: an incident, a part of it, or a template. */
export type Place = { kind: 'incident'; incident: string; part: IncidentPart } | { kind: 'template'; template: string };

/** What there is of an incident; '' is its document. */
export const incidentParts = ['', 'record', 'timeline', 'evidence'] as const;
export type IncidentPart = (typeof incidentParts)[number];

/** The address of an incident, or of a part of it. */
export const incidentUri = (key: string, part: IncidentPart = ''): string =>
  `hindcast://incident/${encodeURIComponent(key)}${part === '' ? '' : `/${part}`}`;

export const templateUri = (name: string): string => `hindcast://template/${encodeURIComponent(name)}`;

const form = /^hindcast:\/\/(incident|template)\/([^/?#]{1,200})(?:\/([a-z]{1,20}))?$/;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What an address names; undefined for one of another form. */
export function placeOf(uri: string): Place | undefined {
  const [, kind, name = '', part = ''] = form.exec(uri) ?? [];
  if (kind === 'template') return part === '' ? { kind, template: decoded(name) } : undefined;
  if (kind !== 'incident' || !(incidentParts as readonly string[]).includes(part)) return undefined;
  return { kind, incident: decoded(name), part: part as IncidentPart };
}
