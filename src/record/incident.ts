import { z } from 'zod';
import { choice, day, line, prose } from './field.ts';
import { moment } from './moment.ts';

/** The header: what happened, when, how bad. */
export const Incident = z.object({
  id: line(),
  title: line(),
  /** security, outage, data, performance, or another word. */
  type: choice(),
  date: day(),
  start: moment(),
  end: moment(),
  severity: choice(),
  status: choice(),
  /** Affected services as one line, where a template asks for a list in words. */
  services: line(),
  dataCompromised: line(),
  /** Planned maintenance is no outage: its stated times are a plan, not claims. */
  planned: z.boolean().optional(),
});

/** Why this severity (enterprise template). */
export const Justification = z.object({ business: line(), technical: line(), customer: line(), reputational: line() });

/** The executive summary, whole or in parts. */
export const Summary = z.object({
  text: prose(),
  what: prose(),
  impact: prose(),
  rootCause: prose(),
  resolution: prose(),
});

/** The document itself. */
export const Document = z.object({
  owner: line(),
  authors: line(),
  reviewedBy: line(),
  completedBy: line(),
  completedOn: day(),
  status: choice(),
  version: line(),
  lastUpdated: line(),
  lastUpdatedBy: line(),
  nextReview: day(),
  classification: line(),
});
