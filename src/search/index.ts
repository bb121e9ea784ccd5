export { dayNumber, type Held, makeHeld, type SearchedIncident, type Value } from './held.ts';
export { openPlaces, type Result, search, type Wish } from './search.ts';
export { nextRun, noRun, type RunAt } from './runs.ts';
export { folded, stemsOf } from './tokens.ts';
export { Taxonomy } from './taxonomy.ts';
export { builtinCauses } from './builtin-causes.ts';
export { readTaxonomy, type Terms } from './terms.ts';
export { type Reason, type Similar, similar } from './similar.ts';
export { type Recurring, recurring } from './recurring.ts';
