/** What came as JSON, as a test reads it. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Wire = any;
