import { newDocument } from '../../operations/document/new.ts';
import { call } from '../../operations/operation.ts';
import { exitCodes, type Run } from '../command.ts';
import { deliver } from '../deliver.ts';
import { templateName, workspace } from '../workspace.ts';

/** Writes an empty document. */
export const run: Run = async (args, io) => {
  const name = templateName(args);
  const { context } = workspace(args, io)('-');
  const { template, source } = await call(newDocument, name === undefined ? {} : { template: name }, context);
  deliver(args, io, { content: source, facts: { template } });
  return exitCodes.clean;
};
