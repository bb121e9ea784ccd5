import { HindcastError } from '../../operations/errors.ts';
import type { Database } from '../../store/database.ts';
import { closeCodes } from '../protocol.ts';
import { type Member, tellStanding } from './member.ts';
import type { Room } from './room.ts';
import { standingOf } from './standing.ts';

/** Asks anew who a member is and what it may do, tells it of a difference, and sends away who may not read any more. */
export async function checkMember(database: Database, room: Room, member: Member): Promise<void> {
  const end = (code: number, reason: string): void => {
    // Nothing is taken while the line closes.
    member.barrier = 'viewer';
    member.close(code, reason);
  };
  const actor = await member.check();
  if (actor === undefined) return end(closeCodes.signedOut, 'signed out');
  try {
    const { barrier } = await standingOf(database, actor, room.incidentId);
    member.actor = actor;
    if (barrier === member.barrier) return;
    member.barrier = barrier;
    tellStanding(member);
  } catch (error) {
    if (!(error instanceof HindcastError)) throw error;
    end(closeCodes.denied, 'access to this incident has ended');
  }
}
