/** What can go wrong when a monitoring system is asked; a face has the words for each. */
export type MonitoringCode =
  | 'monitoring.unreachable'
  | 'monitoring.refused'
  | 'monitoring.redirected'
  | 'monitoring.query'
  | 'monitoring.too-large'
  | 'monitoring.other';

/** A monitoring system that could not be asked, or did not answer as one. `address` holds no secret. */
export class MonitoringError extends Error {
  readonly code: MonitoringCode;
  readonly address: string;

  constructor(code: MonitoringCode, address: string, reason: string, options?: { cause?: unknown }) {
    super(reason, options);
    this.name = 'MonitoringError';
    this.code = code;
    this.address = address;
  }
}
