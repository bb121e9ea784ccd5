import type { Generated } from 'kysely';
import type { Json, Time } from './columns.ts';

/** The tables of what is counted over many incidents; see `Tables`. */
export type InsightTables = {
  insight: {
    incident_id: string;
    at: Time;
    template: string;
    severity: string;
    services: string[];
    causes: string[];
    detect: number | null;
    acknowledge: number | null;
    mitigate: number | null;
    resolve: number | null;
    written: number | null;
    budget: number | null;
    automation: number | null;
    costs: Json;
    actions: number;
    verified: number;
    repeats: Generated<boolean>;
    place: Generated<string>;
  };
  insight_progress: { one: Generated<boolean>; seq: string; basis: string };
};
