import { sql } from 'kysely';
import { z } from 'zod';
import { type PostmortemRecord, RecordSchema } from '../../record/record.ts';
import { strict } from '../../record/strict.ts';
import { readDocument } from '../document/read.ts';
import { requireFit } from '../part/require-room.ts';
import { insertParts } from '../part/statements.ts';
import { partsOf } from '../part/assemble.ts';
import { save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { templateToWrite } from '../template/find.ts';
import { type Actor, actorName } from '../access/actor.ts';
import type { Change } from '../../store/commit.ts';
import { HindcastError } from '../errors.ts';

const Input = z.strictObject({
  title: z.string().trim().min(1).max(300).optional(),
  /** Template to write in; that of the document, else the default, without one. */
  template: z.string().max(100).optional(),
  /** A Markdown document to start from. */
  markdown: z.string().max(10_000_000).optional(),
  /** A record to start from. */
  record: strict(RecordSchema).optional(),
  visibility: z.enum(['internal', 'restricted']).optional(),
});
type Input = z.infer<typeof Input>;

const Created = z.object({ id: z.string(), key: z.string(), number: z.number().int(), template: z.string() });

function recordOf(input: Input, context: StoredContext): { record: PostmortemRecord; template: string | null } {
  if (input.markdown === undefined) return { record: input.record ?? {}, template: null };
  const { now, config, templates } = context;
  const { record, template } = readDocument(input.markdown, { now, config, templates });
  return { record, template: template.name };
}

export const createIncident: StoredOperation<Input, z.infer<typeof Created>> = {
  name: 'incident.create',
  sentence: 'Create an incident: empty, from a Markdown document, or from a record.',
  permission: 'incident.create',
  effect: 'write',
  input: Input,
  output: Created,
  route: { method: 'POST', path: '/incidents' },
  run: async (context, input) => {
    if (input.markdown !== undefined && input.record !== undefined)
      throw new HindcastError('input.both', { one: 'markdown', other: 'record' });
    const { record, template: found } = recordOf(input, context);
    const named = input.template ?? found ?? context.config.template ?? context.templates[0]?.name;
    const { name: template, kept } = templateToWrite(named, context.config.template, context.templates);
    if (kept?.archived === true) throw new HindcastError('template.archived', { name: template });
    const title = input.title ?? record.incident?.title;
    const id = context.newId();
    const { number } = await nextNumber(context);
    // An id of the team's own, which stands in the document, goes before ours.
    const head = { id: `INC-${number}`, ...record.incident, ...(title === undefined ? {} : { title }) };
    const whole = { ...record, incident: head };
    for (const [key, value] of Object.entries(whole)) if (Array.isArray(value)) requireFit(key, 0, value.length);
    const parts = partsOf(whole, context.newId);
    const members = membersOf(context.actor, input);
    return save(context, {
      operation: 'incident.create',
      incidentId: id,
      subject: `INC-${number}`,
      payload: { template, visibility: input.visibility ?? 'internal', members, record: whole },
      changes: [
        {
          statement: sql`insert into incident (id, number, template, visibility, created_at, created_by)
            overriding system value
            values (${id}::uuid, ${number}, ${template}, ${input.visibility ?? 'internal'}, ${context.now}::timestamptz, ${actorName(context.actor)})`,
        },
        ...(parts.length === 0 ? [] : [insertParts(id, parts)]),
        ...(members.length === 0 ? [] : [insertMembers({ id, number, createdAt: context.now }, members)]),
      ],
      result: { id, key: `INC-${number}`, number, template },
    });
  },
};

/** Whoever creates a restricted incident sees it; nobody else but admins does, until an admin names more. */
function membersOf({ id, personId = id }: Actor, { visibility }: Input): string[] {
  return visibility === 'restricted' && personId !== '' ? [personId] : [];
}

/** No look at the incident's row, which is made in the same statement: the foreign key is checked at its end. */
const insertMembers = (made: { id: string; number: number; createdAt: string }, members: string[]): Change => ({
  rows: members.length,
  statement: sql`insert into incident_member (incident_id, person_id, number, created_at, status)
    select ${made.id}::uuid, unnest(${members}::uuid[]), ${made.number}, ${made.createdAt}::timestamptz, 'draft'`,
});

/** The next number, taken ahead: it stands in the ledger entry of the same statement. A refused creation leaves a gap. */
async function nextNumber({ database }: StoredContext): Promise<{ number: number }> {
  const text = `select nextval(pg_get_serial_sequence('incident', 'number')) as number`;
  const { rows } = await database.query<{ number: string }>({ text, values: [] });
  return { number: Number(rows[0]?.number) };
}
