import { useState } from 'react';
import type { Policy } from '../../../src/record/policy.ts';
import type { Shown } from '../../../src/operations/incident/show.ts';
import type { Signoff } from '../../../src/operations/signoffs/signoff.ts';
import { start } from '../../api/start.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Edged } from '../../parts/edged.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Voided } from '../../parts/voided.tsx';
import { words } from '../../words/index.ts';
import { SignDialog } from './sign/sign-dialog.tsx';
import style from './signoffs.module.css';
import { rolesOf, type RoleRow } from './roles.ts';

const own = words.review.signoffs;

function Given({ signoff }: { signoff: Signoff }) {
  const { person, at, method, version, sha256, valid } = signoff;
  return (
    <>
      <p>
        <strong>{person.name}</strong> {own.method[method]} · <Moment at={at} />
      </p>
      <p className={style.detail}>
        {own.version(version)} · <span title={sha256}>{own.content(sha256)}</span>
      </p>
      {valid ? null : (
        <p className={style.why}>
          <Voided by={signoff} />
        </p>
      )}
    </>
  );
}

function Row({ row, sign }: { row: RoleRow; sign: () => void }) {
  const { role, state, signoffs, hindrance } = row;
  const last = signoffs.at(-1);
  const tones = { holds: 'good', void: 'error', open: 'plain' } as const;
  return (
    <Edged as="li" tone={tones[state]} className={state === 'open' ? style.open : style.given}>
      <div className={style.head}>
        <h3>{role}</h3>
        <Chip tone={tones[state]}>{own[state]}</Chip>
      </div>
      {last === undefined ? null : <Given signoff={last} />}
      {state === 'holds' ? null : hindrance === undefined ? (
        <div>
          <Button look="main" onClick={sign}>
            {last === undefined ? own.sign(role) : own.signAgain(role)}
          </Button>
        </div>
      ) : (
        <p className={style.detail}>{hindrance}</p>
      )}
      {signoffs.length < 2 ? null : (
        <details>
          <summary>{own.earlier}</summary>
          {signoffs.slice(0, -1).map((signoff) => (
            <Given key={signoff.id} signoff={signoff} />
          ))}
        </details>
      )}
    </Edged>
  );
}

/** The roles that sign, in the template's order: who has, whether it holds and why not, whose turn it is. */
export function Signoffs({ shown, policy, status }: { shown: Shown; policy: Policy; status: string }) {
  const [role, setRole] = useState<string>();
  const rows = rolesOf({ policy, signoffs: shown.signoffs, status, me: start.me });
  const holding = rows.filter(({ state }) => state === 'holds').length;
  return (
    <Panel
      title={own.title}
      aside={rows.length === 0 ? undefined : <span className={style.detail}>{own.progress(holding, rows.length)}</span>}
    >
      {rows.length === 0 ? <p>{own.none}</p> : null}
      <ol className={style.list}>
        {rows.map((row) => (
          <Row key={row.role} row={row} sign={() => setRole(row.role)} />
        ))}
      </ol>
      {role === undefined ? null : <SignDialog incident={shown.key} role={role} close={() => setRole(undefined)} />}
    </Panel>
  );
}
