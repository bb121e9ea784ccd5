import { createIncident } from './incident/create.ts';
import { incidentDocument } from './incident/document.ts';
import { listIncidents } from './incident/list.ts';
import { showIncident } from './incident/show.ts';
import { collections } from './part/collections.ts';
import { entryOperations } from './part/entry-operations.ts';
import { setRecord } from './part/set.ts';
import type { AnyStored } from './stored-operation.ts';

/** Everything the server can do with what it keeps. A new operation is a file and a line here; the faces are loops over this list. */
export const storedOperations: readonly AnyStored[] = [
  createIncident,
  listIncidents,
  showIncident,
  incidentDocument,
  setRecord,
  ...collections.flatMap(entryOperations),
];
