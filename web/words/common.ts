/** Words that many screens share. */
export const commonWords = {
  cancel: 'Cancel',
  save: 'Save',
  close: 'Close',
  remove: 'Remove',
  undo: 'Undo',
  tryAgain: 'Try again',
  loading: 'Loading',
  none: 'none',
  unknown: 'unknown',
  more: 'Show more',
  notCopied: 'The browser did not copy it.',
  notCopiedAdvice: 'Select the text and press Ctrl+C.',
  utc: (moment: string) => `${moment} UTC`,
  status: {
    draft: 'draft',
    inReview: 'in review',
    approved: 'approved',
    published: 'published',
    archived: 'archived',
  } as Record<string, string>,
};
