import { sql } from 'kysely';
import type { Change } from '../../store/commit.ts';

/** A proposal as it is inserted; `input` is JSON, `author` an actor as the ledger names them. */
export type NewProposal = {
  id: string;
  incidentId: string;
  operation: string;
  input: string;
  why: string;
  author: string;
  at: string;
};

/** Inserts an open proposal. */
export const insertProposal = ({ id, incidentId, operation, input, why, author, at }: NewProposal): Change => ({
  statement: sql`insert into proposal (id, incident_id, operation, input, why, author, at)
    values (${id}::uuid, ${incidentId}::uuid, ${operation}, ${input}::json, ${why}, ${author}, ${at}::timestamptz)`,
});
