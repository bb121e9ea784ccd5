import { useState } from 'react';
import { Select } from '../../parts/field.tsx';
import { words } from '../../words/index.ts';
import { Secret } from './secret.tsx';
import style from './settings.module.css';

const { agents } = words;
type Client = keyof typeof agents.clients;
const clients = Object.keys(agents.clients) as Client[];

/** How an agent's program is told of this server, with a token that was just made where there is one. */
export function AgentSetUp({ token }: { token?: string }) {
  const [client, setClient] = useState<Client>('claudeCode');
  return (
    <>
      <Select
        label={agents.client}
        value={client}
        options={clients.map((value) => ({ value, label: agents.clients[value] }))}
        onChange={({ target }) => setClient(target.value as Client)}
      />
      <p className={style.quiet}>{agents.where[client]}</p>
      <Secret text={agents.setUps[client](location.origin, token)} label={agents.clients[client]} />
    </>
  );
}

/** The address for agents, and how to set one up. */
export function Agents() {
  return (
    <section className={style.agents} aria-labelledby="agents">
      <h3 id="agents">{agents.title}</h3>
      <p className={style.quiet}>{agents.text}</p>
      <Secret text={agents.setUps.address(location.origin)} label={agents.addressLabel} />
      <AgentSetUp />
    </section>
  );
}
