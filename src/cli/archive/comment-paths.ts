import type { PartVersions } from '../../operations/part/assemble.ts';

/** `timeline/UUID.text` as `timeline[2].text`: entries have other ids on another server. What is gone keeps its id. */
export function numberedPath(path: string, versions: PartVersions): string {
  const [, key = '', id = '', field = ''] = /^(\w+)\/([^.]+)(.*)$/.exec(path) ?? [];
  const entries = versions[key];
  const index = Array.isArray(entries) ? entries.findIndex((entry) => entry.id === id) : -1;
  return index < 0 ? path : `${key}[${index}]${field}`;
}

/** `timeline[2].text` as `timeline/UUID.text`. */
export function namedPath(path: string, versions: PartVersions): string {
  const [, key = '', index = '', field = ''] = /^(\w+)\[(\d+)\](.*)$/.exec(path) ?? [];
  const entries = versions[key];
  const id = Array.isArray(entries) ? entries[Number(index)]?.id : undefined;
  return id === undefined ? path : `${key}/${id}${field}`;
}
