import { createHash } from 'node:crypto';
import type { Template } from '../../templates/index.ts';

const known = new WeakMap<Template, string>();

/** The SHA-256 of a template's source as it is, in hex. */
export function templateSha256(template: Template): string {
  const before = known.get(template);
  if (before !== undefined) return before;
  const sha256 = createHash('sha256').update(template.source).digest('hex');
  known.set(template, sha256);
  return sha256;
}
