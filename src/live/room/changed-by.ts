import { actorNames } from '../../operations/history/actor-names.ts';
import type { Database } from '../../store/database.ts';
import type { ServerMessage } from '../protocol.ts';

const kinds = { person: 'person', token: 'agent', system: 'system' } as const;

/** What the members of a room are told of a change that came from elsewhere. */
export async function changedMessage(
  database: Database,
  { path, actor, at }: { path: string; actor: string; at: string },
): Promise<ServerMessage> {
  const names = await actorNames({ database }, [actor]);
  const [kind = ''] = actor.split(':');
  return {
    type: 'changed',
    path,
    actor,
    name: names.get(actor) ?? 'Hindcast',
    kind: kinds[kind as keyof typeof kinds] ?? 'system',
    at,
  };
}
