import type { Status } from '../../store/tables.ts';
import type { Permission } from '../access/permissions.ts';

/** What has to be right before a step: nothing, the content, or content and signatures. */
export type Gate = 'none' | 'content' | 'signatures';

/** One step of a document's life. */
export type Step = {
  /** Operation of this step. */
  operation: string;
  sentence: string;
  permission: Permission;
  from: readonly Status[];
  to: Status;
  gate: Gate;
  /** The step has to say why. */
  reason: boolean;
};

/** The steps that only move a document. A new one is a line here. */
export const moves: readonly Step[] = [
  {
    operation: 'lifecycle.submit',
    sentence: 'Put an incident in review; a published one, to correct it.',
    permission: 'incident.edit',
    from: ['draft', 'published'],
    to: 'inReview',
    gate: 'content',
    reason: false,
  },
  {
    operation: 'lifecycle.return',
    sentence: 'Give an incident in review or approved back for more work, saying why.',
    permission: 'incident.edit',
    from: ['inReview', 'approved'],
    to: 'draft',
    gate: 'none',
    reason: true,
  },
  {
    operation: 'lifecycle.approve',
    sentence: 'Approve an incident in review that every role of its template has signed.',
    permission: 'incident.approve',
    from: ['inReview'],
    to: 'approved',
    gate: 'signatures',
    reason: false,
  },
  {
    operation: 'lifecycle.archive',
    sentence: 'Archive an incident: it stays as it is and can still be seen.',
    permission: 'incident.approve',
    from: ['draft', 'inReview', 'approved', 'published'],
    to: 'archived',
    gate: 'none',
    reason: false,
  },
  {
    operation: 'lifecycle.reopen',
    sentence: 'Take an archived incident back to draft, saying why.',
    permission: 'incident.reopen',
    from: ['archived'],
    to: 'draft',
    gate: 'none',
    reason: true,
  },
];

/** Publishing moves a document, too, and does more: its operation is its own. */
export const publishing: Step = {
  operation: 'publication.publish',
  sentence: 'Publish the redacted version of an approved incident that was previewed.',
  permission: 'incident.approve',
  from: ['approved'],
  to: 'published',
  gate: 'signatures',
  reason: false,
};

/** Every step there is. */
export const steps: readonly Step[] = [...moves, publishing];
