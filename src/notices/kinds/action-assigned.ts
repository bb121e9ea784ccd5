import { actionFacts, actionPath, actionName, ActionTold, exampleAction, noticeKind, titled } from '../notice-kind.ts';

export const actionAssigned = noticeKind({
  name: 'action.assigned',
  sentence: 'An action is given to you.',
  toChannels: false,
  values: ActionTold,
  example: exampleAction,
  tell: (action, about) => ({
    subject: `${actionName(action)} is yours`,
    sentences: [
      `You own an action of ${titled(about)} now.`,
      'Commit to it or say why not; give it a date if it has none.',
    ],
    facts: actionFacts(action),
    link: { label: 'Open the action', path: actionPath(about, action) },
  }),
});
