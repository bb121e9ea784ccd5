import type { Signoff } from '../../../../src/operations/signoffs/signoff.ts';
import { Edged, type Tone } from '../../../parts/edged.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { Voided } from '../../../parts/voided.tsx';
import { words } from '../../../words/index.ts';
import { useDocument } from '../shown.ts';
import { Part } from './part.tsx';
import style from './signoffs.module.css';

const { signoffs: own } = words.document;

const toneOf = (signoff: Signoff | undefined): Tone =>
  signoff === undefined ? 'plain' : signoff.valid ? 'good' : 'warning';

function Given({ signoff }: { signoff: Signoff }) {
  const { person, at, method, sha256, valid } = signoff;
  return (
    <>
      <span>{person.name}</span>
      <span className={style.detail}>
        {own.method[method] ?? method} · {own.content(sha256)} · <Moment at={at} />
      </span>
      {valid ? null : (
        <span className={style.detail}>
          <Voided by={signoff} />
        </span>
      )}
    </>
  );
}

/** The roles that sign, in their order: who has, whose signature is void and why, who is missing. */
export function Signoffs() {
  const { shown, layout } = useDocument();
  const roles = layout.policy.signoff;
  const rows = roles.map((role) => ({ role, signoff: shown.signoffs.findLast((each) => each.role === role) }));
  const given = rows.filter(({ signoff }) => signoff?.valid === true).length;
  return (
    <Part title={own.title} aside={roles.length === 0 ? undefined : own.progress(given, roles.length)}>
      {roles.length === 0 ? <p className={style.none}>{own.none}</p> : null}
      <ul className={style.list}>
        {rows.map(({ role, signoff }) => (
          <Edged key={role} as="li" tone={toneOf(signoff)} className={signoff === undefined ? style.open : style.given}>
            <strong>
              {role} · {signoff === undefined ? own.open : signoff.valid ? own.signed : own.void}
            </strong>
            {signoff === undefined ? null : <Given signoff={signoff} />}
          </Edged>
        ))}
      </ul>
    </Part>
  );
}
