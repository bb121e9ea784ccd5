import { toMarkdown } from '../document/render.ts';
import { materialOf } from '../document/write.ts';
import type { IncidentRow } from '../incident/load.ts';
import type { State } from '../lifecycle/state.ts';
import { withSignoffs } from '../signoffs/on-paper.ts';
import type { StoredContext } from '../stored-operation.ts';
import { templateToWrite } from '../template/find.ts';

/** An incident as Markdown in its own template, with the signatures that hold. */
export function paperOf(
  { templates, now }: StoredContext,
  { template: name }: IncidentRow,
  { current, signoffs }: Pick<State, 'current' | 'signoffs'>,
): string {
  const template = templateToWrite(name, undefined, templates);
  return toMarkdown(materialOf(withSignoffs(current.record, signoffs), template, now), template);
}
