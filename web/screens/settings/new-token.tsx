import { useState } from 'react';
import { type Permission, may, permissions } from '../../../src/operations/access/permissions.ts';
import { ranks } from '../../../src/operations/access/ranks.ts';
import { refresh, useChange } from '../../api/queries.ts';
import { start } from '../../api/start.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Select, TextField } from '../../parts/field.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { told } from '../../parts/told.ts';
import { words } from '../../words/index.ts';
import { AgentSetUp } from './agents.tsx';
import { Secret } from './secret.tsx';
import choices from '../../parts/choices.module.css';
import style from './settings.module.css';
import { kindOf, scopesOfKind, type TokenKind, tokenKinds } from './token-kinds.ts';

const roles = ['viewer', 'editor', 'admin'] as const;
type Role = (typeof roles)[number];
const lifetimes = [7, 30, 90, 365];

/** What a token of a role can be allowed, as the server decides it. */
const scopesOf = (role: Role): Permission[] =>
  (Object.keys(permissions) as Permission[]).filter((name) =>
    may({ kind: 'token', id: '', name: '', role }, name, { status: 'draft', visibility: 'internal' }),
  );

function Scopes({
  role,
  chosen,
  choose,
}: {
  role: Role;
  chosen: Permission[];
  choose: (scopes: Permission[]) => void;
}) {
  const { tokens } = words.settings;
  const possible = scopesOf(role);
  return (
    <fieldset className={choices.choices}>
      <legend>{tokens.scopes}</legend>
      <span className={style.row}>
        <Button look="quiet" onClick={() => choose(possible)}>
          {tokens.all}
        </Button>
        <Button look="quiet" onClick={() => choose([])}>
          {tokens.noneOfIt}
        </Button>
      </span>
      {possible.map((name) => (
        <label key={name} className={choices.choice} title={name}>
          <input
            type="checkbox"
            checked={chosen.includes(name)}
            onChange={({ target }) =>
              choose(target.checked ? [...chosen, name] : chosen.filter((other) => other !== name))
            }
          />
          {told(permissions[name].sentence)}
        </label>
      ))}
    </fieldset>
  );
}

/** Asks what a new token may do, makes it, and shows its secret this once. */
export function NewToken({ close }: { close: () => void }) {
  const { tokens } = words.settings;
  const offered = roles.filter((role) => ranks.indexOf(role) <= ranks.indexOf(start.me.role as Role));
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [days, setDays] = useState('90');
  const [scopes, setScopes] = useState(() => scopesOf('viewer'));
  const [secret, setSecret] = useState<string>();
  const possible = scopesOf(role);
  const kind = kindOf(scopes, possible) ?? 'own';
  const { attempt, busy, problem } = useChange<{ secret?: string }>('token.create');
  if (secret !== undefined)
    return (
      <Dialog label={tokens.madeTitle} title={tokens.madeTitle} close={close}>
        <p>{tokens.madeText}</p>
        <Secret text={secret} label={tokens.secret} />
        <p className={style.quiet}>{tokens.cli}</p>
        <Secret text={tokens.cliCommand(location.origin)} label={tokens.cli} />
        <AgentSetUp token={secret} />
      </Dialog>
    );
  // Who may not write makes no token that does.
  const kinds = tokenKinds.filter((each) => each !== 'writes' || offered.includes('editor'));
  const choose = (next: TokenKind) => {
    const raised = next === 'writes' && role === 'viewer' ? 'editor' : role;
    setRole(raised);
    setScopes(scopesOfKind(next, scopesOf(raised)));
  };
  const make = async () => {
    const made = await attempt({ name: name.trim(), role, scopes, days: Number(days) });
    await refresh('token.list');
    if (made !== undefined) setSecret(made.secret ?? '');
  };
  return (
    <Dialog label={tokens.add} title={tokens.add} close={close}>
      <form
        className={style.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (scopes.length > 0) void make();
        }}
      >
        <TextField
          label={tokens.name}
          placeholder={tokens.namePlaceholder}
          required
          maxLength={100}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Select
          label={tokens.kind}
          hint={tokens.kindHint[kind]}
          value={kind}
          options={[
            ...kinds.map((value) => ({ value, label: tokens.kinds[value] })),
            ...(kind === 'own' ? [{ value: 'own', label: tokens.kinds.own }] : []),
          ]}
          onChange={({ target }) => choose(target.value as TokenKind)}
        />
        <Select
          label={tokens.role}
          value={role}
          options={offered.map((value) => ({ value, label: words.settings.roles[value] }))}
          onChange={({ target }) => {
            const next = target.value as Role;
            setRole(next);
            setScopes(scopesOfKind(kind === 'own' ? 'all' : kind, scopesOf(next)));
          }}
        />
        <Select
          label={tokens.days}
          value={days}
          options={lifetimes.map((each) => ({ value: String(each), label: tokens.dayOptions(each) }))}
          onChange={({ target }) => setDays(target.value)}
        />
        <Scopes role={role} chosen={scopes} choose={setScopes} />
        {scopes.length === 0 ? <p role="status">{tokens.needScope}</p> : null}
        {problem === null ? null : <ProblemPanel problem={problem} />}
        <Button type="submit" look="main" busy={busy}>
          {tokens.make}
        </Button>
      </form>
    </Dialog>
  );
}
