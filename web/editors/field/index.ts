export { FieldEditor } from './field-editor.tsx';
