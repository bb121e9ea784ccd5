/** A change that cannot be made safely. The document stays as it was; `reason` says why, `remedy` what to do. */
export class PatchError extends Error {
  override name = 'PatchError';
  readonly path: string;
  readonly reason: string;
  readonly remedy: string;
  constructor(path: string, reason: string, remedy = 'Edit the document by hand there, or choose another field.') {
    super(`\`${path}\` was not changed: ${reason}`);
    this.path = path;
    this.reason = reason;
    this.remedy = remedy;
  }
}

/** An entry that is not there; `count` is how many there are. */
export function noEntry(path: string, collection: string, count: number): PatchError {
  const known = count === 0 ? 'has none' : `has ${count}, counted from 0`;
  const remedy = `A new one is added with ${collection}[-]={"text": "..."}.`;
  return new PatchError(path, `there is no such entry: the document ${known}.`, remedy);
}
