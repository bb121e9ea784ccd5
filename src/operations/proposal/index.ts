import type { AnyStored } from '../stored-operation.ts';
import { acceptProposal } from './accept.ts';
import { listProposals } from './list.ts';
import { makeProposal } from './make.ts';
import { refuseProposal } from './refuse.ts';

/** What agents propose and people decide, over the operations that can be proposed. */
export function proposalOperations(operations: readonly AnyStored[]): AnyStored[] {
  const proposable = new Map(operations.map((operation) => [operation.name, operation]));
  return [makeProposal(proposable), listProposals(proposable), acceptProposal(proposable), refuseProposal(proposable)];
}
