import type { Action } from '../../record/followup.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import type { Template } from '../../templates/index.ts';
import type { Head } from './heads.ts';
import type { Marked } from './parts.ts';

/** An incident as far as the first screen looks into it. */
export type LookedAt = {
  head: Head;
  record: PostmortemRecord;
  /** As they stand today, whatever their document said when it was signed. */
  actions: Action[];
  marked: Marked;
  /** Undefined when it is gone: an incident outlives a template of a file. */
  template: Template | undefined;
};

/** How the answers name an incident. */
export const named = ({ number, title }: Head): { key: string; title: string | null } => ({
  key: `INC-${number}`,
  title,
});
