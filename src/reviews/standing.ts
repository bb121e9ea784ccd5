/** How an action stands on the day of a review. */
export type ActionStanding = {
  /** `AI-004`, else its number in the document. */
  label: string;
  text: string;
  owner: string;
  due: string;
  horizon: string;
  priority: string;
  state: 'open' | 'done' | 'verified' | 'dropped';
  /** Open, and its day is over. */
  overdue: boolean;
};
