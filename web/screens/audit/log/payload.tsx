import { Link } from 'wouter';
import { words } from '../../../words/index.ts';
import type { LogEntry } from './entry.ts';
import style from './log.module.css';

const own = words.audit.log;

/** A payload with its lines broken, so that it can be read; the hash is over the text as it was kept. */
function readable(payload: string): string {
  try {
    return JSON.stringify(JSON.parse(payload), undefined, 2);
  } catch {
    return payload;
  }
}

const notOfRecord = new Set(['document', 'visibility', 'version', 'signoff', 'evidence', 'publication']);

/** True when a subject is a part of the record or an entry of it: what changed there is told field by field. */
const isPlace = (subject: string): boolean =>
  /^[a-z]\w*(?:\/[\w-]+)?$/i.test(subject) && !notOfRecord.has(subject.split('/')[0] ?? '');

/** What was put in, or why it is not shown; hash and salt below. */
export function Payload({ entry: { operation, incident, subject, payload, salt, hash } }: { entry: LogEntry }) {
  const why = operation === undefined ? own.hiddenDetail : payload === null ? own.erased : own.noPayload;
  return (
    <dl className={style.facts}>
      {incident === undefined || incident === null ? null : (
        <>
          <dt>{own.inIncident}</dt>
          <dd>
            <Link className={style.link} href={`/incidents/${incident}`}>
              {incident}
            </Link>
          </dd>
        </>
      )}
      {subject === undefined ? null : (
        <>
          <dt>{own.subject}</dt>
          <dd>
            <code>{subject}</code>{' '}
            {incident === undefined || incident === null || !isPlace(subject) ? null : (
              <Link href={`/incidents/${incident}/history?field=${encodeURIComponent(subject)}`}>{own.historyOf}</Link>
            )}
          </dd>
        </>
      )}
      <dt>{own.payload}</dt>
      <dd>
        {typeof payload === 'string' ? (
          <pre className={style.payload} tabIndex={0} role="group" aria-label={own.payload}>
            {readable(payload)}
          </pre>
        ) : (
          why
        )}
      </dd>
      <dt>{own.hash}</dt>
      <dd>
        <code>{hash}</code>
      </dd>
      {typeof salt === 'string' ? (
        <>
          <dt>{own.salt}</dt>
          <dd>
            <code>{salt}</code>
          </dd>
        </>
      ) : null}
    </dl>
  );
}
