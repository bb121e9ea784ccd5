/** Lines of the blank forms that tell the writer what to do and ask for no value of their own, by their first words. */
const beginnings = [
  "[It's important to recognize what worked",
  '[Be blameless - focus on systems',
  '[Specific steps to prevent this exact issue',
  'Example:',
  '``` Primary Root Cause: Database query timeout',
  'Primary Root Cause: Database query timeout',
  'List things that worked well',
  'List failures, gaps, and issues',
  '[Chain of causation - use 5 Whys',
];

/** Is a line of a form help? */
export const isHelp = (folded: string): boolean => beginnings.some((words) => folded.startsWith(words));
