import type { Block, Span, Table } from '../markdown/blocks.ts';
import { headingKey } from '../markdown/heading-key.ts';
import { plainText } from '../markdown/plain.ts';
import type { Action } from '../record/followup.ts';
import { isoDay } from '../values/date.ts';
import { firstMoment } from '../values/time.ts';
import { listPoints, type Point } from './section-items.ts';

/** An action with its place in the view, and the places of the fields that stand apart. */
export type PlacedAction = { action: Action; from: number; to: number; fields: { [field: string]: Span } };

const ownerWord = /owner|assign|responsible|\bdri\b|\bwho\b/i;
const ownerPart =
  /(?:\(|\[|[-–—,;|]\s?|\b)(?:owner|assignee|assigned to|responsible|dri|who)[:=]?\s{0,2}(@?[\p{L}][\p{L}\p{N} .'_@-]{1,40}?)(?=[)\],;|]|\s[-–—]\s|\.?\s*$)/iu;
const mentionPart = /(?:^|[\s([])@([\w.-]{2,40})/;
const duePart = /\b(?:due|by|deadline|eta|until|target date)[:\s]{1,3}([^)\],;|]{4,40})/i;
const ticketPart =
  /\b([A-Z][A-Z0-9]{1,9}-\d{1,6})\b|(?:^|[\s([])(#\d{1,7})\b|\/(?:issues|pull|merge_requests|browse)\/([\w-]{1,20})/;
const donePart = /^(?:\[?(?:done|completed?|fixed|closed)\]?)\b|[-–—:(\s](?:done|completed|DONE)\)?\.?$/;

/** A due date as YYYY-MM-DD when it is certain, else as written. */
function readDue(text: string): string {
  const date = firstMoment(text)?.date;
  return (date && isoDay(date)) ?? text.trim();
}

/** An action from one point: text kept whole, owner, due date, ticket and tick where they can be told. */
export function actionOf(point: Point): Action {
  const plain = plainText(point.text);
  const owner =
    (ownerWord.test(plain) ? ownerPart.exec(plain)?.[1] : undefined) ??
    (plain.includes('@') ? mentionPart.exec(plain)?.[1] : undefined);
  const due = duePart.exec(plain)?.[1];
  const dated = due !== undefined && /\d/.test(due) && firstMoment(due)?.date ? readDue(due) : undefined;
  const ticket = ticketPart.exec(point.text);
  const done = point.checked ?? (donePart.test(plain) ? true : undefined);
  return {
    text: point.text,
    ...(owner === undefined ? {} : { owner: owner.trim() }),
    ...(dated === undefined ? {} : { due: dated }),
    ...(ticket ? { ticket: ticket[1] ?? ticket[2] ?? ticket[3] } : {}),
    ...(done === undefined ? {} : { done }),
  };
}

const columns: [keyof Action, RegExp][] = [
  ['due', /^due|deadline|target date|^eta$|^date$|by when|^when$|frist|fällig|échéance/],
  ['owner', /owner|assign|responsib|^who$|^dri$|person|lead|verantwort|zuständig|responsable/],
  ['ticket', /ticket|issue|jira|link|bug|tracking|^pr$|reference/],
  ['priority', /prio|severity|^p$|importance/],
  ['status', /status|state|progress|^done/],
  ['verification', /verif|success|measure|acceptance/],
  ['horizon', /horizon|timeframe|time frame|term$/],
  ['id', /^(?:id|no|nr|number|ref)$/],
  ['text', /action|item|task|description|what|follow|improvement|remediation|maßnahme|recommendation|todo|aufgabe/],
];

/** The field of each column; undefined where a table has no column for what is to be done. */
function layoutOf(table: Table, text: string): (keyof Action | undefined)[] | undefined {
  const fields: (keyof Action | undefined)[] = [];
  for (const cell of table.header.cells) {
    const key = headingKey(text.slice(cell.from, cell.to));
    const field = columns.find(([name, pattern]) => !fields.includes(name) && pattern.test(key))?.[0];
    fields.push(field ?? (fields.includes('text') ? undefined : key === '' ? 'id' : undefined));
  }
  return fields.includes('text') ? fields : undefined;
}

function setField(action: Action, field: keyof Action | undefined, value: string): void {
  if (field === 'due') action.due = readDue(value);
  else if (field === 'done') action.done = /yes|done|x|✅/i.test(value);
  else if (field !== undefined) action[field] = field === 'text' ? value : plainText(value);
  else action.text = action.text === undefined ? value : `${action.text} · ${value}`;
}

function tableActions(table: Table, text: string): PlacedAction[] | undefined {
  const layout = layoutOf(table, text);
  return (
    layout &&
    table.rows.flatMap((row) => {
      const action: Action = {};
      const fields: PlacedAction['fields'] = {};
      for (const [index, field] of layout.entries()) {
        const cell = row.cells[index];
        const value = cell ? text.slice(cell.from, cell.to) : '';
        if (!cell || value === '') continue;
        setField(action, field, value);
        if (field !== undefined) fields[field] = cell;
      }
      return action.text === undefined ? [] : [{ action, from: row.from, to: row.to, fields }];
    })
  );
}

/** The actions of a block that is a list of points or a table of actions; undefined for any other. */
export function readActions(block: Block, text: string): PlacedAction[] | undefined {
  const found =
    block.type === 'table'
      ? tableActions(block, text)
      : listPoints([block], text)?.map((point) => ({
          action: actionOf(point),
          from: point.from,
          to: point.to,
          fields: {},
        }));
  return found === undefined || found.length === 0 ? undefined : found;
}
