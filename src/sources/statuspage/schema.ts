import { z } from 'zod';
import { List, Members, Text } from '../lenient.ts';

/** One post on a status page. `display_at` is the time that the page shows, which its author may set. */
export const Update = z.object({
  id: Text,
  status: Text,
  body: Text,
  created_at: Text,
  display_at: Text,
  affected_components: List,
});
export type Update = z.infer<typeof Update>;

/**
 * An incident or a maintenance with its posts. Format: support.atlassian.com, "Enable webhook notifications", and the pages' own
 * API, /api/v2/incidents.json. Instatus sends the same with statuses in capitals and maintenances apart.
 */
export const Incident = z.object({
  id: Text,
  name: Text,
  status: Text,
  impact: Text,
  shortlink: Text,
  url: Text,
  created_at: Text,
  updated_at: Text,
  monitoring_at: Text,
  resolved_at: Text,
  scheduled_for: Text,
  scheduled_until: Text,
  components: List,
  incident_updates: List,
  maintenance_updates: List,
});
export type Incident = z.infer<typeof Incident>;

/** A component's change of state. */
export const ComponentHook = z.object({
  component: z
    .object({ id: Text, name: Text, status: Text })
    .catch({ id: undefined, name: undefined, status: undefined }),
  component_update: z.object({
    id: Text,
    created_at: Text,
    component_id: Text,
    old_status: Text,
    new_status: Text,
  }),
  page: Members,
});
