import { Link } from 'wouter';
import { Moment } from '../../../parts/moment.tsx';
import { words } from '../../../words/index.ts';
import style from './statement.module.css';

const own = words.review.sign;

/** As `src/operations/signoffs/statement.ts` writes it. */
type Statement = {
  origin: string;
  incident: { key: string };
  version: number;
  role: string;
  person: { name: string };
  at: string;
  sha256: string;
  method: 'passkey' | 'server';
  signedInBy: string;
};

/** A statement in words, and below them letter by letter as it is signed. */
export function StatementText({ text }: { text: string }) {
  const { origin, incident, version, role, person, at, sha256, method, signedInBy } = JSON.parse(text) as Statement;
  return (
    <div className={style.statement}>
      <p>{own.what}</p>
      <blockquote className={style.words}>{own.statement(person.name, role, incident.key, version)}</blockquote>
      <dl className={style.facts}>
        <dt>{own.content}</dt>
        <dd>
          <code>{sha256}</code>
        </dd>
        <dt>{own.at}</dt>
        <dd>
          <Moment at={at} />
        </dd>
        <dt>{own.server}</dt>
        <dd>{origin}</dd>
        <dt>{own.how}</dt>
        <dd>
          {method === 'passkey' ? own.passkey : own.byServer(words.did.via[signedInBy] ?? signedInBy)}{' '}
          {method === 'passkey' ? null : <Link href="/settings/passkeys">{own.addPasskey}</Link>}
        </dd>
      </dl>
      <details>
        <summary>{own.raw}</summary>
        <code className={style.raw}>{text}</code>
      </details>
    </div>
  );
}
