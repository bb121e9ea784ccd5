import type { Section } from '../../markdown/sections.ts';
import { compileTemplate } from '../compile/compile.ts';
import { TemplateError } from '../template-error.ts';
import type { LearnState } from './state.ts';

function compiles(template: string, form: string): boolean {
  try {
    compileTemplate(template, form);
    return true;
  } catch (error) {
    if (error instanceof TemplateError) return false;
    throw error;
  }
}

/**
 * Takes back the bindings of the one section that keeps the template from compiling, or of all when no single one is
 * to blame: damaged forms hold tables that change their shape once a hint is gone. The places stay as they are, and say so.
 * @param build the template of the edits that `state` has
 */
export function keepCompilable(state: LearnState, all: readonly Section[], form: string, build: () => string): string {
  const template = build();
  if (template === '' || compiles(template, form)) return template;
  const { edits } = state;
  for (const { from, to } of all) {
    state.edits = edits.filter((edit) => edit.from < from || edit.from >= to);
    const without = build();
    if (state.edits.length === edits.length || !compiles(without, form)) continue;
    release(state, from, to);
    return without;
  }
  state.edits = [];
  release(state, 0, Number.POSITIVE_INFINITY);
  return build();
}

function release(state: LearnState, from: number, to: number): void {
  const first = state.view.lineOf(from);
  const last = to === Number.POSITIVE_INFINITY ? to : state.view.lineOf(to);
  state.proposals = state.proposals.map((proposal) =>
    proposal.line < first || proposal.line > last || proposal.path === null
      ? proposal
      : {
          ...proposal,
          path: null,
          confidence: 0,
          reason: 'The section cannot be bound as it stands: mend its tables.',
        },
  );
}
