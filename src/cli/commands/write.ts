import { writeDocument } from '../../operations/document/write.ts';
import { HindcastError, reasonOf } from '../../operations/errors.ts';
import { call } from '../../operations/operation.ts';
import { type PostmortemRecord, RecordSchema } from '../../record/record.ts';
import { exitCodes, type Run } from '../command.ts';
import { deliver } from '../deliver.ts';
import { layoutOf } from '../layout.ts';
import { type Input, noteEncoding, readInput } from '../read-input.ts';
import { templateName, workspace } from '../workspace.ts';

/** Other JSON, such as evidence, would become a document without a word. */
const isForeign = (value: object): boolean => {
  const keys = Object.keys(value);
  return keys.length > 0 && !keys.some((key) => Object.hasOwn(RecordSchema.shape, key));
};

/** A record: the file's own, or the `record` of what `read --json` printed. */
function recordIn({ place, text }: Input): PostmortemRecord {
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('it is no JSON object');
    const stated = 'record' in value ? value.record : value;
    const parsed = RecordSchema.safeParse(stated);
    const issue = parsed.error?.issues[0];
    if (!parsed.success) throw new Error(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
    if (isForeign(stated as object)) throw new Error('it has none of the keys of a record');
    return parsed.data;
  } catch (error) {
    throw new HindcastError('record.invalid', { file: place, reason: reasonOf(error) });
  }
}

const isJson = ({ file, text }: Input) =>
  file.endsWith('.json') || (file === 'stdin' && text.trimStart().startsWith('{'));

/** Writes a document or a record in a template. */
export const run: Run = async (args, io) => {
  const layout = layoutOf(args, 'write');
  const file = args.files[0] ?? '-';
  const input = await readInput(file, io);
  noteEncoding(input, io);
  const name = templateName(args);
  const { context, file: inConfig } = workspace(args, io)(file);
  const material = isJson(input)
    ? { record: recordIn(input) }
    : { source: input.text, file: inConfig, examples: args.flag('examples') };
  const request = { ...material, ...layout, ...(name === undefined ? {} : { template: name }) };
  const { content, template } = await call(writeDocument, request, context);
  deliver(args, io, { content, facts: { template, format: layout.format } });
  return exitCodes.clean;
};
