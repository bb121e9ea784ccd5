import { z } from 'zod';
import type { Measurement } from '../../measurement/measurement.ts';
import type { Service } from '../../measurement/service.ts';
import { HindcastError } from '../errors.ts';
import { attachment } from '../evidence/attachment.ts';
import { loadItems } from '../evidence/item.ts';
import { daysAfter } from '../evidence/retain-until.ts';
import { requireStillThere } from '../evidence/still-there.ts';
import { type IncidentRow, loadIncident } from '../incident/load.ts';
import { saveEdit } from '../lifecycle/save-edit.ts';
import { assemble } from '../part/assemble.ts';
import { loadParts } from '../part/load.ts';
import { unpack } from '../part/unpack.ts';
import { retried } from '../save.ts';
import { type KeptService, loadServices, readKept } from '../service/load.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { askService } from './ask-service.ts';
import { chartOf } from './chart.ts';
import { changesOf } from './changes-of.ts';
import { editsOf, type MeasuredService } from './edits-of.ts';
import { Problem } from './problem.ts';
import { servicesOf } from './services-of.ts';
import { type Original, storeOriginals } from './store-originals.ts';
import { type IncidentWindow, incidentWindow } from './window.ts';

const Input = z.strictObject({
  incident: z.string(),
  /** Names of services; those that the incident names without. */
  services: z.array(z.string().max(100)).min(1).max(20).optional(),
});
type Input = z.infer<typeof Input>;

const Span = z.object({ fromMs: z.number(), toMs: z.number() });
const Told = z.object({
  service: z.string(),
  /** What it rests on: the hashes of the samples and of their chart. */
  samples: z.string().nullable(),
  chart: z.string().nullable(),
  /** The chart in the colours of the page that shows it. */
  svg: z.string().nullable(),
  periods: z.object({ before: Span, during: Span, after: Span.optional() }).nullable(),
  /** When its objective was missed. */
  outage: z.object({ fromMs: z.number(), recoveredMs: z.number() }).nullable(),
  invariants: z.array(z.object({ id: z.string(), status: z.string(), firstMs: z.number().nullable() })),
  /** Changes of state of its circuit breakers. */
  transitions: z.number().int(),
  problems: z.array(Problem),
});
const Output = z.object({
  services: z.array(Told),
  /** Entries of the record that were added, and that were changed. Both are 0 when everything stood there already. */
  added: z.number().int(),
  changed: z.number().int(),
});
export type Measured = z.infer<typeof Output>;

type Watched = KeptService & { service: Service };
type Asked = Watched & { measured?: MeasuredService; problems: Problem[]; suffix: string };

/** The services to ask, in the order in which the incident names them. @throws HindcastError */
async function chosen(context: StoredContext, incidentId: string, names: string[] | undefined) {
  const kept = await loadServices(context);
  const watched = kept.flatMap((each): Watched[] => {
    const service = readKept(each);
    return service === undefined ? [] : [{ ...each, service }];
  });
  const { record } = assemble(await loadParts(context, incidentId));
  const named = servicesOf(record, watched);
  const unknown = names?.find((name) => !watched.some((each) => each.name === name));
  if (unknown !== undefined) throw new HindcastError('service.not-found', { name: unknown });
  const wanted = names === undefined ? named : watched.filter(({ name }) => names.includes(name));
  if (wanted.length === 0) {
    const known = watched.map(({ name }) => name).join(', ');
    throw new HindcastError('measure.no-service', { known: known === '' ? 'none' : known });
  }
  const first = (named[0] ?? wanted[0])?.name;
  return {
    record,
    services: wanted.map((each) => ({ ...each, suffix: each.name === first ? '' : ` (${each.name})` })),
  };
}

const toldOf = ({ name, measured, problems }: Asked): z.infer<typeof Told> => {
  const measurement: Measurement | undefined = measured?.measurement;
  const outage = measurement?.outage;
  return {
    service: name,
    samples: measured?.samples.sha256 ?? null,
    chart: measured?.chart?.sha256 ?? null,
    svg: null,
    periods: measurement?.periods ?? null,
    outage: outage === undefined ? null : { fromMs: outage.fromMs, recoveredMs: outage.recoveredMs },
    invariants: (measurement?.invariants ?? []).map(({ invariant: { id }, verdict: { status, firstMs } }) => ({
      id,
      status,
      firstMs: firstMs ?? null,
    })),
    transitions: (measurement?.breakers ?? []).reduce((sum, { changes }) => sum + changes.length, 0),
    problems,
  };
};

/** The pieces that the incident does not have. @throws HindcastError `evidence.too-many` */
async function attachmentsOf(context: StoredContext, { id }: IncidentRow, originals: readonly Original[]) {
  const items = (await loadItems(context, id)).filter(({ detachedAt }) => detachedAt === null);
  const attached = new Set(items.map(({ sha256 }) => sha256));
  const missing = originals.filter(({ sha256 }) => !attached.has(sha256));
  const settings = await readSettings(context.database);
  if (missing.length > 0 && items.length + missing.length > settings['evidence.mostPerIncident'])
    throw new HindcastError('evidence.too-many', { count: String(items.length) });
  const retainUntil = daysAfter(context.now, settings['evidence.retentionDays']);
  return missing.map((original) => attachment(context, id, { ...original, retainUntil }));
}

/** Writes what was measured, once: nothing at all where the record says it already. */
async function keep(
  context: StoredContext,
  reference: string,
  asked: readonly Asked[],
  { detectedMs }: IncidentWindow,
): Promise<Measured> {
  const incident = await loadIncident(context, reference, 'incident.edit');
  const services = asked.flatMap(({ measured, suffix }) => (measured === undefined ? [] : [{ ...measured, suffix }]));
  const parts = await loadParts(context, incident.id);
  const entries = parts.map(({ key, id, value, version }) => ({ key, id, value, edited: version > 1 }));
  const edits = editsOf(services, entries, detectedMs);
  const originals = services.flatMap(({ samples, chart }) => (chart === undefined ? [samples] : [samples, chart]));
  const attachments = await attachmentsOf(context, incident, originals);
  const { changes, packed, told } = changesOf(context, incident.id, edits, parts);
  const result: Measured = { services: asked.map(toldOf), added: told.add.length, changed: told.set.length };
  if (changes.length + attachments.length === 0) return result;
  await unpack(context, incident.id, packed);
  const saved = await saveEdit(context, incident, {
    operation: 'incident.measure',
    subject: 'document',
    payload: {
      services: services.map(({ measurement }) => measurement.service.name),
      evidence: attachments.map(({ item: { sha256, name, bytes, type } }) => ({ sha256, name, bytes, type })),
      ...told,
    },
    changes: [...attachments.flatMap((each) => each.changes), ...changes],
    result,
  });
  for (const { item } of attachments) await requireStillThere(context, incident, item);
  return saved;
}

/** The answer with the charts: they can be drawn again, and are not kept in the ledger. */
const withCharts = (kept: Measured, asked: readonly Asked[]): Measured => ({
  ...kept,
  services: kept.services.map((told) => {
    const measurement = asked.find(({ name }) => name === told.service)?.measured?.measurement;
    return { ...told, svg: (measurement && chartOf(measurement, 'theme')) ?? null };
  }),
});

/** Asks every service, outside of any transaction. */
async function askAll(
  context: StoredContext,
  services: readonly (Watched & { suffix: string })[],
  window: IncidentWindow,
) {
  const asked: Asked[] = [];
  for (const each of services) {
    const { measurement, problems } = await askService(each.service, each.secret, window, Date.parse(context.now));
    if (measurement === undefined) asked.push({ ...each, problems });
    else asked.push({ ...each, problems, measured: { measurement, ...(await storeOriginals(context, measurement)) } });
  }
  return asked;
}

export const measureIncident: StoredOperation<Input, Measured> = {
  name: 'incident.measure',
  sentence:
    'Measure an incident: its services before, during and after, invariants and circuit breakers, with the samples as evidence.',
  permission: 'incident.edit',
  effect: 'write',
  settled: true,
  input: Input,
  output: Output,
  route: { method: 'POST', path: '/incidents/{incident}/measure' },
  run: async (context, { incident: reference, services: names }) => {
    const { id } = await loadIncident(context, reference, 'incident.edit');
    const { record, services } = await chosen(context, id, names);
    const window = incidentWindow(record, Date.parse(context.now));
    if (window === undefined) throw new HindcastError('measure.no-window');
    const asked = await askAll(context, services, window);
    const [problem] = asked.flatMap(({ problems }) => problems);
    if (asked.every(({ measured }) => measured === undefined))
      throw new HindcastError('measure.nothing', { reason: problem?.message ?? '' });
    return withCharts(await retried(() => keep(context, id, asked, window)), asked);
  },
};
