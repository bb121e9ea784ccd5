import { type FormEvent, useState } from 'react';
import type { Subscriptions } from '../../../../src/operations/subscription/list.ts';
import { refresh, useChange, useOperation } from '../../../api/queries.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Button } from '../../../parts/button.tsx';
import { Edged } from '../../../parts/edged.tsx';
import { TextField } from '../../../parts/field.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { say } from '../../../parts/notices.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { Table } from '../../../parts/table.tsx';
import { words } from '../../../words/outside.ts';
import settings from '../settings.module.css';

const own = words.statusSettings;

function NewWebhook() {
  const [url, setUrl] = useState('');
  const [secret, setSecret] = useState<string>();
  const { attempt, busy, problem } = useChange<{ secret?: string }>('subscription.add');
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const made = await attempt({ url });
    if (made === undefined) return;
    setUrl('');
    setSecret(made.secret);
    await refresh('subscription.list');
  };
  return (
    <form className={settings.form} onSubmit={(event) => void add(event)}>
      <TextField
        label={own.newWebhook}
        hint={own.newWebhookHint}
        type="url"
        required
        maxLength={1000}
        value={url}
        onChange={({ target }) => setUrl(target.value)}
      />
      {problem === null ? null : <ProblemPanel problem={problem} />}
      <Button type="submit" busy={busy}>
        {own.add}
      </Button>
      {secret === undefined ? null : (
        <Edged tone="good" role="status">
          <p>{own.secret}</p>
          <code>{secret}</code>
        </Edged>
      )}
    </form>
  );
}

function Rows({ items, mayChange }: { items: Subscriptions['items']; mayChange: boolean }) {
  const { attempt, busy, problem } = useChange('subscription.remove');
  const end = async (subscription: string) => {
    if ((await attempt({ subscription })) === undefined) return;
    say(own.ended);
    await refresh('subscription.list');
  };
  return (
    <>
      {problem === null ? null : <ProblemPanel problem={problem} />}
      <Table stacks columns={[own.address, own.way, own.since]} quietColumn={words.settings.actionsColumn}>
        {items.map(({ id, way, address, confirmedAt }) => (
          <tr key={id}>
            <td>{address}</td>
            <td data-column={own.way}>{own.ways[way]}</td>
            <td data-column={own.since}>
              {confirmedAt === null ? own.unconfirmed : <Moment at={confirmedAt} only="day" />}
            </td>
            <td>
              {mayChange ? (
                <Button look="quiet" busy={busy} aria-label={own.endOf(address)} onClick={() => void end(id)}>
                  {own.end}
                </Button>
              ) : null}
            </td>
          </tr>
        ))}
      </Table>
    </>
  );
}

/** Who hears of updates of the status page. */
export function Subscribers({ mayChange }: { mayChange: boolean }) {
  return (
    <Answered of={useOperation<Subscriptions>('subscription.list')}>
      {({ items, total }) => (
        <Panel title={own.subscribers} aside={total === 0 ? undefined : own.count(total)}>
          {items.length === 0 ? (
            <p className={settings.quiet}>{own.subscribersNone}</p>
          ) : (
            <Rows items={items} mayChange={mayChange} />
          )}
          {mayChange ? <NewWebhook /> : null}
        </Panel>
      )}
    </Answered>
  );
}
