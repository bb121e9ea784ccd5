export { dayNumber, type Held, makeHeld, type SearchedIncident, type Value } from './held.ts';
export { openPlaces, type Result, search, type Wish } from './search.ts';
export { folded, stemsOfRun } from './tokens.ts';
export { builtinCauses, readTaxonomy, Taxonomy, type Terms } from './taxonomy.ts';
export { type Reason, type Similar, similar } from './similar.ts';
export { type Recurring, recurring } from './recurring.ts';
