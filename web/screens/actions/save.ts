import { call } from '../../api/call.ts';
import { Problem } from '../../api/problem.ts';
import { start } from '../../api/start.ts';
import { refreshActions } from '../../action/refresh.ts';
import type { Saved } from '../../editors/saving/set-fields.ts';
import { remember } from '../../editors/undo.ts';
import { say, sayProblem } from '../../parts/notices.tsx';
import { words } from '../../words/following.ts';
import type { Stage } from './choices.ts';
import type { ActionItem } from './use-actions.ts';

/** Fields that can be changed here. */
export const fields = ['owner', 'due', 'priority'] as const;
export type Field = (typeof fields)[number];

/** Whether the reader may take steps with actions. */
export const mayFollow = (): boolean => start.me.role !== 'viewer';

/** Whether the reader may change a field: owner and day also of what is signed, as long as there is something to do. */
export function canChange({ incident, state }: ActionItem, field: Field): boolean {
  if (!mayFollow()) return false;
  return field === 'priority' || incident.status === 'draft' ? incident.status !== 'archived' : state === 'open';
}

type Changed = { version: number };

/** Changes one field of an action; gives what takes it back. In a document that is no draft any more it is handed on beside it. @throws Problem */
export async function change(item: ActionItem, field: Field, value: string): Promise<Saved> {
  const { incident, id, version: seen } = item;
  const before = item[field];
  if (field !== 'priority' && incident.status !== 'draft') {
    const assign = (given: string) => call('action.assign', { incident: incident.id, id, [field]: given });
    await assign(value.trim());
    return {
      version: seen,
      back: async () => {
        await assign(before);
        await refreshActions();
      },
    };
  }
  const send = (given: string, version: number) =>
    call<Changed>('actions.change', {
      incident: incident.id,
      id,
      set: { [field]: given.trim() === '' ? null : given.trim() },
      seen: version,
    });
  const { version } = await send(value, seen);
  return { version, back: () => send(before, version).finally(refreshActions) };
}

/** Changes one action, says so, and offers the way back, also by Ctrl+Z. What fails is said, and what is there now is shown. */
export async function save(item: ActionItem, field: Field, value: string, told: string): Promise<void> {
  try {
    const work = change(item, field, value);
    const undo = remember(shortText(item), work);
    await work;
    say(told, undo);
  } catch (problem) {
    sayProblem(problem);
  }
  await refreshActions();
}

/** Takes a step, with its reason or what was seen; there is no way back but another step. @throws Problem */
export async function stepOf({ incident, id }: ActionItem, step: string, text: string): Promise<undefined> {
  const said = { decline: { reason: text }, verify: { proof: { kind: 'note', text } } }[step] ?? {};
  await call(`action.${step}`, { incident: incident.id, id, ...said });
}

/** Takes a step that needs no words, and says so; `ask` is called where something is missing for it. */
export async function takeStep(item: ActionItem, step: string, ask: () => void): Promise<void> {
  try {
    const { stage } = await call<{ stage: Stage }>(`action.${step}`, { incident: item.incident.id, id: item.id });
    say(words.action.took(shortText(item), words.action.stages[stage], step === 'reopen'));
  } catch (problem) {
    if (problem instanceof Problem && problem.code === 'action.incomplete') return ask();
    sayProblem(problem);
  }
  await refreshActions();
}

/** The name of an action for messages. */
export const shortText = ({ text, label }: ActionItem): string =>
  (text === '' ? label || words.actions.noText : text).slice(0, 60);
