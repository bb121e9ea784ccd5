export { type Columns, makeColumns, put, type TakenIncident } from './columns.ts';
export { counted, type CountedGroup } from './count.ts';
export { grouped, type Quarter } from './group.ts';
export { longest } from './longest.ts';
export { fewest, groupings, type MeasureName, measures } from './measures.ts';
export { narrowed, type Narrowing } from './narrow.ts';
export { type Single, singlesOf } from './singles.ts';
