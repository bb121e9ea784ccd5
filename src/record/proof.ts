import { z } from 'zod';
import { choice, day, line, prose } from './field.ts';
import { moment } from './moment.ts';

/** An invariant tested during the incident: PASS or FAIL. */
export const Invariant = z.object({
  name: line(),
  status: choice(),
  notes: line(),
  /** The first moment at which it did not hold. */
  violatedAt: moment(),
  measured: line(),
  evidence: line(),
});

/** An invariant that should have caught it. */
export const InvariantGap = z.object({
  name: line(),
  expected: line(),
  actual: line(),
  gap: line(),
  measured: line(),
  evidence: line(),
});

/** A circuit breaker's change of state. */
export const Transition = z.object({ from: line(), to: line(), at: moment(), reason: line(), evidence: line() });

/** Words on the circuit breaker. */
export const CircuitBreaker = z.object({ earlier: prose(), measured: line(), evidence: line() });

/** Was the audit chain intact, and can it be shown. */
export const Audit = z.object({ chainIntact: line(), eventsCaptured: line(), evidenceStored: line(), anchor: line() });

/** One role's signature. */
export const SignOff = z.object({ role: line(), name: line(), signature: line(), date: day() });

/** Was it blameless, safe, complete. */
export const Culture = z.object({ blameless: line(), safe: line(), heard: line() });

/** Was the process kept. */
export const ProcessCheck = z.object({ within48Hours: line(), stakeholders: line(), assigned: line() });
