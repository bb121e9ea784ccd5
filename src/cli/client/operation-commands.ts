import { existsSync, openAsBlob } from 'node:fs';
import path from 'node:path';
import { HindcastError, reasonOf } from '../../operations/errors.ts';
import { storedOperations } from '../../operations/stored.ts';
import type { AnyStored } from '../../operations/stored-operation.ts';
import { type Command, exitCodes } from '../command.ts';
import { output } from '../options.ts';
import { writeOutput } from '../write-output.ts';
import { callServer } from './call-server.ts';
import { connectionOf } from './connection.ts';
import { operationInput } from './input-of.ts';
import { dashed, type Field, fieldsOf, operandsOf, optionOf } from './operation-fields.ts';
import { renderReply } from './render-reply.ts';

/** `serviceLevels.add` as it is typed: `service-levels add`. */
const wordsOf = ({ name }: AnyStored): string => dashed(name).replace('.', ' ');

/** A file to send, read while it is sent. @throws HindcastError `input.not-found`, `input.unreadable` */
async function fileOf(file: string): Promise<Blob> {
  try {
    return await openAsBlob(file);
  } catch (error) {
    throw new HindcastError(existsSync(file) ? 'input.unreadable' : 'input.not-found', {
      file,
      reason: reasonOf(error),
    });
  }
}

/** What an operation that takes a file calls it, unless it is told. */
const named = (fields: Field[], file: string): Record<string, unknown> =>
  fields.some(({ option }) => option === 'name') ? { name: path.basename(file) } : {};

/** The command of one operation. It is data, as all commands are: made from what REST is made from. */
function commandOf(operation: AnyStored): Command {
  const operands = operandsOf(operation);
  const takesFile = operation.takes === 'bytes';
  const fields = fieldsOf(operation).map((field) =>
    takesFile && field.option === 'name' ? { ...field, required: false } : field,
  );
  const name = wordsOf(operation);
  const key = {
    type: 'string',
    value: 'KEY',
    sentence: 'operation key: the same one does the same thing only once',
  } as const;
  return {
    name,
    sentence: operation.sentence,
    operands: [...operands.map((operand) => operand.toUpperCase()), ...(takesFile ? ['FILE'] : [])].join(' '),
    takes: { least: operands.length + Number(takesFile), most: operands.length + Number(takesFile) },
    options: {
      ...Object.fromEntries(fields.map((field) => [field.option, optionOf(field)])),
      ...(operation.effect === 'read' ? { output } : { key }),
    },
    examples: [],
    load: async () => ({
      run: async (args, io) => {
        const sent = takesFile ? (args.files.at(-1) ?? '') : undefined;
        const given = await operationInput(fields, operands, { args, io, command: name });
        const input = sent === undefined ? given : { ...named(fields, sent), ...given };
        const bytes = sent === undefined ? undefined : await fileOf(sent);
        const reply = await callServer(connectionOf(process.env), operation, input, { key: args.text('key'), bytes });
        const file = args.text('output');
        const shown = reply.bytes ?? renderReply(reply.json, { json: args.flag('json'), io });
        if (file === undefined) io.out(shown);
        else writeOutput(file, shown);
        return exitCodes.clean;
      },
    }),
  };
}

/** Finds the command of an operation by its first words: `incident list`, `call incident.list`. */
export function findOperationCommand(words: string[]): { command: Command; rest: string[] } | undefined {
  const called = words[0] === 'call' ? words[1] : undefined;
  const wanted = called === undefined ? words.slice(0, 2).join(' ') : '';
  const operation = storedOperations.find(
    (each) => each.name === called || wordsOf(each) === wanted || each.name.replace('.', ' ') === wanted,
  );
  return operation && { command: commandOf(operation), rest: words.slice(2) };
}

/** The verbs of a noun, as `incident create or incident list`; undefined where there is no such noun. */
export function verbsOf(noun: string): string | undefined {
  const own = storedOperations.map(wordsOf).filter((words) => words.startsWith(`${noun} `));
  return own.length === 0 ? undefined : own.join(', ');
}

/** Every operation as it is typed, with its sentence. */
export const operationList = (): { name: string; words: string; sentence: string }[] =>
  storedOperations.map((operation) => ({
    name: operation.name,
    words: wordsOf(operation),
    sentence: operation.sentence,
  }));
