import type { ErrorText } from './error-text.ts';

/** Errors of trackers, and of links between actions and issues. */
export const trackerErrors = {
  'tracker.not-found': {
    message: 'there is no tracker {name}',
    remedy: 'See `tracker.list`; an admin can add it.',
  },
  'tracker.taken': {
    message: 'there is a tracker {name} already',
    remedy: 'Change that one, or give this one another name.',
  },
  'tracker.unreachable': {
    message: 'the tracker does not answer: {reason}',
    remedy: 'Check the address, and that this server reaches it. What waits is sent when it answers again.',
  },
  'tracker.limited': {
    message: 'the tracker wants to be left alone for a while: {reason}',
    remedy: 'Wait; what is not sent yet goes out by itself afterwards.',
  },
  'tracker.refused': {
    message: 'the tracker does not let us in: {reason}',
    remedy: 'Give it a token that is valid and may read and write issues; docs/trackers.md names the permissions.',
  },
  'tracker.missing': {
    message: 'the tracker does not have it: {reason}',
    remedy: 'Check the name of the project or issue, and that the token may see it.',
  },
  'tracker.invalid': {
    message: 'the tracker does not take it: {reason}',
    remedy: 'Check what the project asks of its issues: required fields, workflow, type.',
  },
  'tracker.other': {
    message: 'what answers there is not this tracker: {reason}',
    remedy: 'Check the kind and the address; docs/trackers.md says what it is for each.',
  },
  'link.not-found': {
    message: 'the action is linked to no issue',
    remedy: 'See `link.list`; `action.send-to-tracker` makes an issue and `action.link` takes one that is there.',
  },
  'link.taken': {
    message: '{issue} is kept in step with another action or this action with another issue',
    remedy: 'Unlink it there first; one action goes with one issue.',
  },
  'link.issue': {
    message: '{issue} is no issue of {project}',
    remedy: 'Give its number or key, or its address as the browser shows it.',
  },
  'link.agreed': {
    message: 'both sides agree about {field}, so there is nothing to decide',
    remedy: 'Load the link again.',
  },
} as const satisfies Record<string, ErrorText>;
