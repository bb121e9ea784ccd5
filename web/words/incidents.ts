import { dayText } from './day.ts';
import { plural } from './plural.ts';

/** The list of incidents. */
export const incidentsWords = {
  title: 'Incidents',
  filters: 'Filters',
  words: 'Words of the title',
  wordsPlaceholder: 'Filter by title  ( / )',
  status: 'Status',
  anyStatus: 'Any status',
  severity: 'Severity',
  anySeverity: 'Any severity',
  template: 'Template',
  anyTemplate: 'Any template',
  clear: 'Clear filters',
  table: 'Incidents',
  keyColumn: 'Key',
  titleColumn: 'Title',
  severityColumn: 'Severity',
  statusColumn: 'Status',
  servicesColumn: 'Services',
  dateColumn: 'Date',
  templateColumn: 'Template',
  untitled: 'Without a title',
  restricted: 'restricted',
  noSeverity: 'none',
  shown: (count: number, more: boolean) =>
    more
      ? plural(count, { one: '# incident so far; more below', other: '# incidents so far; more below' })
      : plural(count, { one: '# incident', other: '# incidents' }),
  keys: 'Arrow keys move, Enter opens.',
  loadingMore: 'Loading more',
  none: 'There are no incidents yet.',
  noneAdvice: 'Start with what you have: an alert, a chat export or a document you wrote elsewhere.',
  noMatch: 'No incident fits these filters.',
  noMatchAdvice: 'Take one of them away, or look for other words.',
  focusFilter: 'Filter the incidents',
  day: dayText,
  added: 'Added',
};
