import { z } from 'zod';
import { line, prose } from './field.ts';

/** One service level during the incident: availability, errorRate, latency, freshness. */
export const ServiceLevel = z.object({
  indicator: line(),
  value: line(),
  p95: line(),
  p99: line(),
  target: line(),
  measured: line(),
  evidence: line(),
});

/** One affected system. */
export const AffectedSystem = z.object({
  name: line(),
  impactLevel: line(),
  downtime: line(),
  recoveryTime: line(),
  measured: line(),
  evidence: line(),
});

/** One duty to report: GDPR, HIPAA, PCI DSS, state laws ... `required` keeps the answer as stated. */
export const Obligation = z.object({ regime: line(), required: line() });

/** One thing customers could not do, or saw. */
export const CustomerSymptom = z.object({ text: line() });

/** Impact, by whom it hits. */
export const Impact = z
  .object({
    text: prose(),
    customers: z.object({
      text: prose(),
      users: line(),
      experience: line(),
      geography: line(),
      segment: line(),
      trust: line(),
      complaints: line(),
    }),
    business: z.object({
      text: prose(),
      financial: line(),
      revenueLoss: line(),
      lostTransactions: line(),
      cancellations: line(),
      refunds: line(),
      slaBreach: line(),
      slaCredits: line(),
      supportTickets: line(),
      publicRelations: line(),
      reputation: line(),
      operational: line(),
      features: line(),
    }),
    technical: z.object({
      text: prose(),
      systems: line(),
      dataIntegrity: line(),
      dataLoss: line(),
      servicesDegraded: line(),
      security: line(),
      performance: line(),
      downtime: line(),
    }),
    trading: z.object({ disruption: line(), orders: line(), positions: line(), exposure: line() }),
    regulatory: z.object({ text: line(), reportingRequired: line(), legal: line(), violations: line() }),
    team: z.object({ resources: line(), dependencies: line(), escalation: line() }),
    scope: z.object({ regions: line(), services: line(), dataSources: line() }),
  })
  .partial();
