export { SourceField, type SourceProblem } from './source-field.tsx';
