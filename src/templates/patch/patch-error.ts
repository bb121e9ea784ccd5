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
