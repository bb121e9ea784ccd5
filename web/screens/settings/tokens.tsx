import { useState } from 'react';
import { permissions } from '../../../src/operations/access/permissions.ts';
import type { Token } from '../../../src/operations/tokens/load.ts';
import { useOperation } from '../../api/queries.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Table } from '../../parts/table.tsx';
import { told } from '../../parts/told.ts';
import { words } from '../../words/index.ts';
import { act, focusNear } from './act.ts';
import { Agents } from './agents.tsx';
import { NewToken } from './new-token.tsx';
import style from './settings.module.css';

const works = ({ revokedAt, expiresAt }: Token): boolean => revokedAt === null && Date.parse(expiresAt) > Date.now();

const sentence = (scope: string): string => told(permissions[scope as keyof typeof permissions]?.sentence ?? scope);

function Row({ token }: { token: Token }) {
  const { tokens, never, roles } = words.settings;
  const { id, name, role, scopes, expiresAt, lastUsedAt } = token;
  return (
    <tr className={works(token) ? '' : style.gone}>
      <td>{name}</td>
      <td data-column={tokens.role}>{roles[role]}</td>
      <td data-column={tokens.scopesColumn}>
        <details>
          <summary>{tokens.count(scopes.length)}</summary>
          <ul>
            {scopes.map((scope) => (
              <li key={scope}>{sentence(scope)}</li>
            ))}
          </ul>
        </details>
      </td>
      <td data-column={tokens.until}>
        <Moment at={expiresAt} only="day" />
      </td>
      <td data-column={tokens.used}>{lastUsedAt === null ? never : <Moment at={lastUsedAt} only="day" />}</td>
      <td>
        {works(token) ? (
          <Button
            look="quiet"
            aria-label={tokens.revokeLabel(name)}
            onClick={({ currentTarget }) => {
              const refocus = focusNear(currentTarget.closest('tr'));
              void act('token.revoke', { token: id }, tokens.revoked(name), 'token.list').then(refocus);
            }}
          >
            {tokens.revoke}
          </Button>
        ) : (
          tokens.ended
        )}
      </td>
    </tr>
  );
}

function List({ items }: { items: Token[] }) {
  const { tokens, actionsColumn } = words.settings;
  return (
    <Table
      stacks
      columns={[tokens.column, tokens.role, tokens.scopesColumn, tokens.until, tokens.used]}
      quietColumn={actionsColumn}
    >
      {items.map((token) => (
        <Row key={token.id} token={token} />
      ))}
    </Table>
  );
}

/** One's tokens: those that work, and folded away those that ended. */
export function Tokens() {
  const { tokens, parts } = words.settings;
  const answer = useOperation<{ items: Token[] }>('token.list');
  const [asks, setAsks] = useState(false);
  return (
    <Panel
      title={parts.tokens}
      aside={
        <Button look="main" onClick={() => setAsks(true)}>
          {tokens.add}
        </Button>
      }
    >
      <p className={style.quiet}>{tokens.intro}</p>
      <Answered of={answer}>
        {({ items }) => {
          const [working, ended] = [items.filter(works), items.filter((token) => !works(token))];
          return (
            <>
              {working.length === 0 ? <Empty title={tokens.none} /> : <List items={working} />}
              {ended.length === 0 ? null : (
                <details>
                  <summary>{tokens.showEnded(ended.length)}</summary>
                  <List items={ended} />
                </details>
              )}
            </>
          );
        }}
      </Answered>
      <Agents />
      {asks ? <NewToken close={() => setAsks(false)} /> : null}
    </Panel>
  );
}
