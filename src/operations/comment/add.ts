import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import { save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { mentionsIn } from './mentions.ts';
import { AroundInput, newPlace, PathInput, QuoteInput } from './place.ts';
import { insertComment } from './row.ts';
import { tellMentioned } from './tell-mentioned.ts';

/** What somebody says, as Markdown. */
export const CommentText = z.string().trim().max(10_000);
export const Replacement = z.string().max(20_000);

const Input = z.strictObject({
  incident: z.string(),
  /** Of what it speaks: `summary.text`, `timeline/UUID` or `timeline/UUID.text`; of the whole document without. */
  path: PathInput.optional(),
  /** Words of the text there. */
  quote: QuoteInput.optional(),
  /** What stands around them, for words that stand there several times or were just written. */
  around: AroundInput.optional(),
  /** Makes it a suggestion: what is to stand in place of the quote. */
  replacement: Replacement.optional(),
  /** What is said, as Markdown; a suggestion may speak for itself. */
  text: CommentText.default(''),
});
type Input = z.infer<typeof Input>;

const invalid = (reason: string) => new HindcastError('input.invalid', { operation: 'comment.add', reason });

function requireSense({ path, quote, around, replacement, text }: Input): void {
  if (quote !== undefined && path === undefined) throw invalid('a quote needs the path of the text it stands in');
  if (around !== undefined && quote === undefined) throw invalid('around: there is no quote that it stands around');
  if (replacement !== undefined && quote === undefined) throw invalid('a suggestion needs the quote it replaces');
  if (replacement === undefined && text === '') throw invalid('text: says nothing');
}

export const Made = z.object({ id: z.string() });

export const addComment: StoredOperation<Input, z.infer<typeof Made>> = {
  name: 'comment.add',
  sentence: 'Comment on an incident, on a place of its record or on words of a text, or suggest other words for them.',
  permission: 'comment.add',
  effect: 'write',
  input: Input,
  output: Made,
  route: { method: 'POST', path: '/incidents/{incident}/comments' },
  run: async (context, input) => {
    const incident = await loadIncident(context, input.incident, 'comment.add');
    requireSense(input);
    const { path, quote: words, around, replacement = null, text } = input;
    const quote = words === undefined || around === undefined ? words : { text: words, ...around };
    const place = path === undefined ? null : await newPlace(context, incident.id, path, quote);
    const id = context.newId();
    const mentions = await mentionsIn(context, text);
    return save(context, {
      operation: 'comment.add',
      incidentId: incident.id,
      subject: `comment/${id}`,
      payload: { place, text, replacement, mentions },
      changes: [
        insertComment(context, incident.id, { id, thread: id, place, text, replacement, mentions }),
        ...tellMentioned(context, { incidentId: incident.id, id, text, mentions }),
      ],
      result: { id },
    });
  },
};
