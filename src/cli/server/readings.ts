import type { Reading } from '../../http/metrics.ts';
import { deliveriesWaiting, ledgerBacklog } from '../../store/condition.ts';
import type { Sequencer } from '../../store/ledger/sequencer.ts';
import type { OpenStore } from './open-store.ts';

/** What a running server measures of its database, looked up when asked for. */
export function readingsOf({ database, embedded }: OpenStore, sequencer: Sequencer): Reading[] {
  const { pool } = database;
  return [
    { name: 'hindcast_pool_connections', help: 'Connections to the database', read: () => pool().total },
    { name: 'hindcast_pool_idle', help: 'Connections that nobody uses', read: () => pool().idle },
    { name: 'hindcast_pool_waiting', help: 'Calls that wait for a connection', read: () => pool().waiting },
    {
      name: 'hindcast_ledger_backlog',
      help: 'Ledger entries without a number yet',
      read: () => ledgerBacklog(database),
    },
    {
      name: 'hindcast_deliveries_waiting',
      help: 'Deliveries of hooks that were not read yet',
      read: () => deliveriesWaiting(database),
    },
    {
      name: 'hindcast_ledger_leading',
      help: '1 where this process numbers the ledger, 0 where it stands by',
      read: () => Number(sequencer.leading()),
    },
    {
      name: 'hindcast_postgres_restarts',
      help: 'Times the embedded Postgres was brought up again since the start',
      read: () => embedded?.restarts() ?? 0,
    },
  ];
}
