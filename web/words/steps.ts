/** Steps that lead a document from draft to archived. */
export const stepsWords = {
  names: {
    'lifecycle.submit': 'Request review',
    'lifecycle.return': 'Give back for more work',
    'lifecycle.approve': 'Approve',
    'lifecycle.archive': 'Archive',
    'lifecycle.reopen': 'Reopen',
    'publication.publish': 'Publish',
  } as Record<string, string>,
  reason: 'Why',
  reasonHint: 'Kept with the step for everybody to read.',
  moved: (status: string) => `The document is ${status}.`,
};
