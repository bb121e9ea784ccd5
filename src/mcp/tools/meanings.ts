/** What fields of inputs mean, for a model that sees no documentation. A field of one operation stands before the field of all. */
const meanings: Record<string, string> = {
  incident: 'Its key, such as INC-12.',
  seen: 'The version that you saw, from `versions` of incident_show; 0 for a part that is not there yet.',
  set: 'Values by path within it; null takes one out.',
  part: 'The group of the record, such as summary or incident.',
  id: 'Of the entry, from `versions` of incident_show.',
  after: 'The id of the entry that it goes behind; "" for the first place.',
  cursor: '`next` of the page before.',
  comment: 'The id of the first comment of the thread.',
  evidence: 'Its id, from evidence_list.',
  'record.apply seen': '`versions` of incident_show, as they were with `before`.',
  'record.apply before': 'The Markdown as incident_document gave it.',
  'record.apply markdown': 'The same, with what you want changed; only that is set.',
  'comment.add path':
    'Of what it speaks: `summary.text`, `timeline/ID`, `timeline/ID.text`; of the whole document without.',
  'comment.add quote': 'Words as they stand there, once.',
  'comment.add replacement': 'Makes it a suggestion: what is to stand in their place.',
  'timeline.add entry': 'text says what happened; at is RFC 3339, and precision says how exactly it is known.',
};

/** What a field of an operation's input means; undefined where its name says it. */
export const meaningOf = (operation: string, field: string): string | undefined =>
  meanings[`${operation} ${field}`] ?? meanings[field];
