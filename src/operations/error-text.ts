/** What an error says happened, and what to do. `{name}` is filled from the details. */
export type ErrorText = { message: string; remedy: string };
