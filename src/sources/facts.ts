/** A value that evidence states, and where. `epochMs` (UTC) where it has a time. */
export type Fact = { value: string; evidence: string; epochMs?: number };

/** What a source says beside its events: material for the header, people and links of a draft. */
export type SourceFacts = {
  /** Candidates for the title; an alert's name comes before a conversation's, that before a symptom's. */
  titles: (Fact & { from: 'alert' | 'conversation' | 'symptom' })[];
  /** Severities as written. One stated of the incident weighs more than one of an alert. */
  severities: (Fact & { of: 'incident' | 'alert' })[];
  /** Services named by the evidence. */
  services: Fact[];
  /** Other parts that were hit: workloads, nodes. */
  systems: Fact[];
  /** People who wrote. */
  people: Fact[];
  /** Roles as people stated them; `value` is the person's name. */
  roles: (Fact & { role: string })[];
  /** Links by kind: runbook, dashboard, query ... `value` is the URL, `of` what it belongs to. */
  links: (Fact & { kind: string; of?: string })[];
  /** What was told to people outside the response. */
  communications: (Fact & { audience?: string; channel?: string })[];
};

/** Facts with nothing in them. */
export const noFacts = (): SourceFacts => ({
  titles: [],
  severities: [],
  services: [],
  systems: [],
  people: [],
  roles: [],
  links: [],
  communications: [],
});
