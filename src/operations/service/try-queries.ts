import { z } from 'zod';
import { indicatorNames, indicators } from '../../measurement/indicator.ts';
import { conditionOf } from '../../measurement/condition.ts';
import { labelText, type Series } from '../../measurement/series.ts';
import { rateSeconds, type Service, withWindow } from '../../measurement/service.ts';
import { valueText } from '../../measurement/value-text.ts';
import { queryAt } from '../../monitoring/query.ts';
import { violationsInSql } from '../../monitoring/violations-in-sql.ts';
import { HindcastError } from '../errors.ts';
import { endsService, Problem, problemOf } from '../measure/problem.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { loadService, readKept } from './load.ts';
import { parseService, Source } from './parse.ts';
import { type Secret, SecretInput, secretFor } from './secret.ts';

const Input = SecretInput.extend({
  /** A service that is kept, by id or name: its secrets are used. */
  service: z.string().max(100).optional(),
  /** Text to be tried in place of what is kept. */
  source: Source.optional(),
});
type Input = z.infer<typeof Input>;

const Answer = z.object({
  query: z.string(),
  kind: z.enum(['indicator', 'invariant', 'breaker']),
  /** What it gives now, in words; null where it gives nothing. */
  value: z.string().nullable(),
  series: z.number().int(),
  /** For an invariant, whether it holds now. */
  holds: z.boolean().nullable(),
  problem: Problem.nullable(),
});
type Answer = z.infer<typeof Answer>;
const Output = z.object({ name: z.string(), answers: z.array(Answer) });
export type Tested = z.infer<typeof Output>;

const none = { value: null, series: 0, holds: null, problem: null };

/** The most series whose values are told. */
const mostTold = 5;

const told = (series: readonly Series[], text: (value: number, written: string) => string): string | null => {
  const texts = series.slice(0, mostTold).map(({ labels, samples: [sample] }) => {
    const value = sample === undefined ? '' : text(sample.value, sample.text);
    return series.length === 1 ? value : `${labelText(labels)} ${value}`;
  });
  return texts.length === 0 ? null : texts.join(', ');
};

type Question = { query: string; kind: Answer['kind']; ask: () => Promise<Partial<Answer>> };

function questionsOf(service: Service, { headers = {}, database }: Secret, nowMs: number): Question[] {
  const prometheus = { url: service.prometheus, headers };
  const now = (query: string) => queryAt(prometheus, withWindow(query, rateSeconds(service)), nowMs);
  const ofIndicators = indicatorNames.flatMap((name): Question[] => {
    const query = service.queries[name];
    const unit = indicators.find((each) => each.name === name)?.unit ?? 'ratio';
    if (query === undefined) return [];
    const ask = async () => {
      const series = await now(query);
      if (series.length > 1) throw new HindcastError('monitoring.several', { query, count: String(series.length) });
      const text = (value: number, written: string) => (Number.isFinite(value) ? valueText(value, unit) : written);
      return { value: told(series, text), series: series.length };
    };
    return [{ query: name, kind: 'indicator', ask }];
  });
  const ofInvariants = service.invariants.map(({ id, query = '', holds = '', sql }): Question => {
    const ask = async () => {
      if (sql !== undefined) {
        if (database === undefined) throw new HindcastError('monitoring.no-database', { query: id });
        const span = { fromMs: nowMs - 3_600_000, toMs: nowMs };
        const { length } = await violationsInSql(database, sql, span);
        return { value: String(length), series: 1, holds: length === 0 };
      }
      const series = await now(query);
      const values = series.flatMap(({ samples }) => samples.map(({ value }) => value)).filter(Number.isFinite);
      const held = values.length === 0 ? null : values.every(conditionOf(holds));
      return { value: told(series, (_, written) => written), series: series.length, holds: held };
    };
    return { query: id, kind: 'invariant', ask };
  });
  const ofBreakers = service.breakers.map(({ name, query, states }): Question => {
    const ask = async () => {
      const series = await now(query);
      const shown = states === undefined ? series.filter(({ samples }) => samples[0]?.value === 1) : series;
      const value = told(shown, (number, written) => states?.[String(number)] ?? shown[0]?.labels['state'] ?? written);
      return { value, series: series.length };
    };
    return { query: name, kind: 'breaker', ask };
  });
  return [...ofIndicators, ...ofInvariants, ...ofBreakers];
}

async function answersOf(questions: readonly Question[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  let ended: Problem | undefined;
  for (const { query, kind, ask } of questions)
    try {
      if (ended === undefined) answers.push({ ...none, query, kind, ...(await ask()) });
      else answers.push({ ...none, query, kind, problem: { ...ended, query } });
    } catch (error) {
      const problem = problemOf(query, error);
      if (endsService(error)) ended = problem;
      answers.push({ ...none, query, kind, problem });
    }
  return answers;
}

async function tested(context: StoredContext, { service: reference, source, ...given }: Input): Promise<Tested> {
  const kept = reference === undefined ? undefined : await loadService(context, reference);
  const text = source ?? kept?.source;
  if (text === undefined)
    throw new HindcastError('input.invalid', {
      operation: 'service.test',
      reason: 'name a service, or give its source',
    });
  const service = parseService(text);
  const from = kept === undefined ? undefined : readKept(kept)?.prometheus;
  const secret = secretFor(kept?.secret ?? {}, given, { from, to: service.prometheus });
  return { name: service.name, answers: await answersOf(questionsOf(service, secret, Date.parse(context.now))) };
}

export const testService: StoredOperation<Input, Tested> = {
  name: 'service.test',
  sentence: 'Ask what each query of a service gives now, before it is kept or after.',
  permission: 'service.change',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'POST', path: '/services/test' },
  run: tested,
};
