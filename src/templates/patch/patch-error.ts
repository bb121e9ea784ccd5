/** A change that cannot be made safely. The document stays as it was; `reason` says why. */
export class PatchError extends Error {
  override name = 'PatchError';
  readonly path: string;
  readonly reason: string;
  constructor(path: string, reason: string) {
    super(`\`${path}\` was not changed: ${reason}`);
    this.path = path;
    this.reason = reason;
  }
}
