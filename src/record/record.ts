import { z } from 'zod';
import { Detection, Factor, Gap, Lesson, Observation, Reason, Response, RootCause, Why } from './analysis.ts';
import { Claim } from './claim.ts';
import { prose } from './field.ts';
import {
  Action,
  Criterion,
  FollowUp,
  FollowUpMetric,
  Improvement,
  Meeting,
  MeetingNote,
  Prevention,
  Review,
} from './followup.ts';
import { AffectedSystem, CustomerSymptom, Impact, Obligation, ServiceLevel } from './impact.ts';
import { Document, Incident, Justification, Summary } from './incident.ts';
import { Appendix, Communication, CustomSection, Link, RelatedIncident } from './material.ts';
import { Automation, Cost, Quality, ServiceMetric, Target } from './numbers.ts';
import { Attendee, Distribution, Role } from './people.ts';
import { Audit, CircuitBreaker, Culture, Invariant, InvariantGap, ProcessCheck, SignOff, Transition } from './proof.ts';
import { Mitigation, Resolution, Step } from './resolution.ts';
import { TimelineEvent } from './timeline.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item);

/** Everything one post-mortem holds; the superset of the five seeds. Every field is optional, every collection may be empty. */
export const recordShape = {
  incident: Incident,
  justification: Justification,
  summary: Summary,
  document: Document,
  impact: Impact,
  serviceLevels: list(ServiceLevel),
  systems: list(AffectedSystem),
  symptoms: list(CustomerSymptom),
  obligations: list(Obligation),
  timeline: list(TimelineEvent),
  detection: Detection,
  response: Response,
  whys: list(Why),
  rootCause: RootCause,
  reasons: list(Reason),
  factors: list(Factor),
  gaps: list(Gap),
  steps: list(Step),
  mitigations: list(Mitigation),
  resolution: Resolution,
  wentWell: list(Observation),
  wentWrong: list(Observation),
  lessons: list(Lesson),
  actions: list(Action),
  prevention: list(Prevention),
  improvements: list(Improvement),
  invariants: list(Invariant),
  invariantGaps: list(InvariantGap),
  transitions: list(Transition),
  circuitBreaker: CircuitBreaker,
  audit: Audit,
  costs: list(Cost),
  metrics: list(ServiceMetric),
  targets: list(Target),
  automation: Automation,
  quality: Quality,
  communications: list(Communication),
  links: list(Link),
  related: list(RelatedIncident),
  followUps: list(FollowUp),
  followUpMetrics: list(FollowUpMetric),
  reviews: list(Review),
  criteriaText: prose(),
  criteria: list(Criterion),
  meeting: Meeting,
  meetingNotes: list(MeetingNote),
  roles: list(Role),
  attendees: list(Attendee),
  distribution: list(Distribution),
  signoffs: list(SignOff),
  culture: Culture,
  processCheck: ProcessCheck,
  appendices: list(Appendix),
  claims: list(Claim),
  custom: list(CustomSection),
} as const;

/** The whole record. Groups and collections may be absent in input; `parse` never adds values that were not stated. */
export const RecordSchema = z.object(recordShape).partial();
export type PostmortemRecord = z.infer<typeof RecordSchema>;

/** A record with nothing in it. */
export const emptyRecord = (): PostmortemRecord => ({});
