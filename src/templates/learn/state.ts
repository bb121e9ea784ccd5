import type { View } from '../../markdown/blocks.ts';
import { catalogue } from '../../record/catalogue.ts';
import type { Proposal } from './proposal.ts';
import type { LabelPlace } from './resolve-label.ts';
import type { Topic } from './vocabulary/topics.ts';

/** A part of the form and what the template has instead. Offsets are of the form's view. */
export type Edit = { from: number; to: number; text: string };

/** What learning carries along. */
export type LearnState = {
  text: string;
  view: View;
  edits: Edit[];
  proposals: Proposal[];
  /** Prose fields already bound: a second place for one would write it twice. */
  bound: Set<string>;
  /** The form asks for lengths of time somewhere (`Time to detect`). */
  hasLengths: boolean;
  /** The form asks when it was resolved; then `restored` is an event before the end. */
  hasResolved: boolean;
};

/** A section's place while it is learned: its topic, and the area its heading names. */
export type Place = { topic: Topic; scope: string; title: string };

type NewProposal = Omit<Proposal, 'line' | 'text'>;

/** Notes a fillable place, bound or not. */
export function propose(state: LearnState, offset: number, proposal: NewProposal): void {
  const start = state.text.lastIndexOf('\n', offset - 1) + 1;
  const newline = state.text.indexOf('\n', offset);
  const text = state.text.slice(start, newline < 0 ? undefined : Math.min(newline, start + 200)).trim();
  state.proposals.push({ line: state.view.lineOf(offset), text, ...proposal });
}

/** Notes a bound place and replaces its text. */
export function bind(state: LearnState, edit: Edit, proposal: NewProposal): void {
  state.edits.push(edit);
  propose(state, edit.from, proposal);
}

/** Can a template bind this path? Claims always can. */
export const bindable = (path: string): boolean => path.startsWith('claims.') || catalogue.has(path);

/** What surrounds a label, for resolving it. */
export const around = ({ hasLengths, hasResolved }: LearnState, topic: string): LabelPlace => ({
  topic,
  hasLengths,
  hasResolved,
});

/** A placeholder. */
export const slot = (path: string): string => `{{${path}}}`;

/** The constants of an entry: `{{actions.horizon=Immediate}}`. */
export function constantsOf(collection: string, constants: { [field: string]: string } | undefined): string {
  return Object.entries(constants ?? {})
    .filter(([field, value]) => value !== '' && catalogue.has(`${collection}.${field}`))
    .map(([field, value]) => `{{${collection}.${field}=${value}}}`)
    .join('');
}
