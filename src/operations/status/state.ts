import { componentStates, type ComponentState, impacts, type ReportImpact, type ReportStatus } from './words.ts';

/** A component as owners named it. */
export type Component = { name: string; description?: string | undefined };
/** States of components by name. */
export type ComponentStates = Readonly<Record<string, ComponentState>>;

export type StatusUpdate = { id: string; status: ReportStatus; text: string; components: ComponentStates; at: string };

/** An incident as the status page shows it; updates from the newest. */
export type StatusReport = {
  id: string;
  title: string;
  impact: ReportImpact;
  status: ReportStatus;
  components: ComponentStates;
  createdAt: string;
  updatedAt: string;
  resolvedAt: string | null;
  updates: StatusUpdate[];
  /** The address of its published post-mortem. */
  document: string | null;
};

const worst = <Name extends string>(of: readonly Name[], names: readonly Name[]): Name =>
  names.reduce((one, other) => (of.indexOf(other) > of.indexOf(one) ? other : one), of[0] as Name);

/** The state of each component: the worst that an open report says of it. */
export const statesOf = (components: readonly Component[], open: readonly StatusReport[]) =>
  components.map((component) => ({
    ...component,
    state: worst(
      componentStates,
      open.flatMap(({ components: said }) => said[component.name] ?? []),
    ),
  }));

/** How bad it is over all: the worst impact of what is open, or what its components say where that is worse. */
export function indicatorOf(open: readonly StatusReport[], states: readonly { state: ComponentState }[]): ReportImpact {
  const byState: Record<ComponentState, ReportImpact> = {
    operational: 'none',
    degraded_performance: 'minor',
    partial_outage: 'major',
    major_outage: 'critical',
  };
  return worst(impacts, [...open.map(({ impact }) => impact), ...states.map(({ state }) => byState[state])]);
}
