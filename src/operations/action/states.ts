import { type ActionState, actionState } from '../../figures/action-state.ts';
import { type ActionStage, actionStage } from '../../figures/action-stage.ts';
import { defaultPolicy, type Policy } from '../../record/policy.ts';
import type { Template } from '../../templates/index.ts';

/** What an action states of itself, as its head holds it. */
export type Stated = { status: string; ticked: '' | 't' | 'f' };

/** The state of an action; one that states nothing is open. */
export function stateOf({ status, ticked }: Stated, policy: Policy): ActionState {
  const stated = { ...(status === '' ? {} : { status }), ...(ticked === '' ? {} : { done: ticked === 't' }) };
  return actionState(stated, policy) ?? 'open';
}

/** Where an action stands in its life. */
export const stageOf = ({ status, ticked }: Stated, policy: Policy): ActionStage =>
  actionStage({ status, ...(ticked === '' ? {} : { done: ticked === 't' }) }, policy);

/**
 * What is stated of itself by actions in one of some states: whatever the template (`always`), or in one template only, where its
 * words for a status say otherwise than the words of others; the template `null` stands for one that is not there any more.
 */
export type Meant = {
  always: Stated[];
  inTemplate: (Stated & { template: string | null })[];
  /** Names of the templates there are. */
  templates: string[];
};

/** Which of the statements that occur mean one of `wanted`. */
export function statementsMeaning(
  wanted: readonly (ActionState | ActionStage)[],
  stated: readonly Stated[],
  templates: readonly Template[],
): Meant {
  const policies: [string | null, Policy][] = [
    ...templates.map(({ name, policy }): [string, Policy] => [name, policy]),
    [null, defaultPolicy],
  ];
  // Most templates have no words of their own for a status, and so the same meaning.
  const meant: Meant = { always: [], inTemplate: [], templates: templates.map(({ name }) => name) };
  for (const one of stated) {
    const fitting = policies.filter(
      ([, policy]) => wanted.includes(stateOf(one, policy)) || wanted.includes(stageOf(one, policy)),
    );
    if (fitting.length === policies.length) meant.always.push(one);
    else meant.inTemplate.push(...fitting.map(([template]) => ({ ...one, template })));
  }
  return meant;
}
