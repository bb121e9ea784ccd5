import { clockStampAt, dayStampAt, type Stamp, stampAt } from '../times/stamp.ts';
import { readEpoch } from '../epoch.ts';
import { zoneIn } from '../../values/zone.ts';
import type { Row } from './table.ts';

/** What a column holds. */
export type Role =
  | 'time'
  | 'day'
  | 'clock'
  | 'text'
  | 'notes'
  | 'actor'
  | 'severity'
  | 'service'
  | 'milestone'
  | 'zone'
  | 'id';
/**
 * Which column holds what, by its index, and the zone its heading states. `others` are more columns of text or notes, best first;
 * `label` is the heading of a text that only its length tells; `unread` are the headings of the rest.
 */
export type Columns = Partial<Record<Role, number>> & {
  stated?: string;
  others?: number[];
  label?: string;
  unread?: string[];
};

/** Headings by role, most telling first: English, German, French, Spanish, Italian, Portuguese, Dutch, and names of exports. */
const names: Record<Exclude<Role, 'day' | 'clock'>, string> = {
  time:
    'timestamp|@timestamp|_time|eventtimestamp|event timestamp|datetime|date time|date and time|event time|time generated|occurred at|occurred|happened at|detected at|triggered at|opened at|opened|reported at|created at|created on|created|date created|sys created on|started at|start time|started|start|logged at|received at|time|ts|at|when|date|day|' +
    'zeitstempel|zeitpunkt|datum uhrzeit|datum zeit|datum|uhrzeit|zeit|wann|beginn|horodatage|date et heure|date heure|heure|quand|jour|début|fecha y hora|fecha hora|fecha|hora|cuando|inicio|' +
    'data e ora|data ora|ora|quando|inizio|data e hora|data hora|data|início|tijdstip|datum tijd|tijd|wanneer|日時|発生日時|日付|時刻|时间|发生时间|日期',
  text:
    'message|@message|text payload|json payload message|json payload msg|event|what happened|what|summary|title|short description|description|text|action|activity|msg|log message|syslog message|line|log|subject|body|content|entry|update|name|_raw|' +
    'nachricht|meldung|ereignis|was|beschreibung|titel|vorgang|aktion|maßnahme|événement|évènement|libellé|quoi|titre|résumé|mensaje|evento|descripción|qué|texto|título|acción|' +
    'messaggio|descrizione|testo|titolo|azione|mensagem|descrição|ação|bericht|gebeurtenis|omschrijving|actie|内容|出来事|イベント|メッセージ|事件|描述|消息',
  notes:
    'notes|note|details|detail|comment|comments|remarks|more|bemerkung|bemerkungen|notiz|notizen|anmerkung|kommentar|remarque|remarques|commentaire|notas|comentario|osservazioni|commento|observações|opmerking|opmerkingen',
  actor:
    'actor|user|author|who|person|by|performed by|done by|reported by|reporter|sender|from|owner|assignee|responsible|username|user name|' +
    'wer|benutzer|autor|von|verantwortlich|bearbeiter|qui|auteur|utilisateur|responsable|quién|quien|usuario|chi|autore|utente|responsabile|quem|usuário|utilizador|wie|gebruiker|担当|担当者|ユーザー|负责人|用户|source|sourcename|logger',
  severity:
    'severity|level|severity level|priority|sev|log level|loglevel|urgency|schweregrad|stufe|priorität|dringlichkeit|gravité|niveau|priorité|severidad|gravedad|nivel|prioridad|severità|gravità|livello|priorità|severidade|gravidade|nível|prioridade|ernst|prioriteit',
  service:
    'service|service name|component|application|app|system|host|hostname|computer|pod|dienst|anwendung|komponente|système|composant|servicio|componente|aplicación|servizio|applicazione|serviço|aplicação|dienst|toepassing',
  milestone: 'milestone|meilenstein|jalon|hito|traguardo|marco|mijlpaal',
  zone: 'zone|timezone|time zone|tz|zeitzone|fuseau|fuseau horaire|zona horaria|huso horario|fuso orario|fuso horário|tijdzone',
  id: 'id|event id|eventid|uid|uuid|issue key|key|_id|insertid|insert id|incident number|number|kennung|identifiant|identificador|identificatore',
};

const lists = Object.entries(names).map(([role, all]) => [role as Role, all.split('|')] as const);

/** `Time (UTC)` as `time`, `startedAt` as `started at`. */
const plain = (heading: string) =>
  heading
    .replaceAll(/[([].*/g, '')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/[_./-]+(?=\p{L})/gu, (signs, at) => (at === 0 ? signs : ' '))
    .trim()
    .toLowerCase()
    .replaceAll(/[:*\s]+$/g, '')
    .replaceAll(/\s+/g, ' ');

/** The time that is all of a cell; undefined when something else stands in it. */
export function stampOf(
  cell: string,
  read: (text: string, from: number) => Stamp | undefined = stampAt,
): Stamp | undefined {
  const text = cell.trim();
  const epochMs = /^\d{10,19}(?:\.\d{1,9})?$/.test(text) ? readEpoch(text) : undefined;
  if (epochMs !== undefined && read === stampAt) return { epochMs, from: 0, to: text.length };
  const stamp = text.length > 80 ? undefined : read(text, 0);
  return stamp?.to === text.length ? stamp : undefined;
}

const share = (rows: readonly Row[], index: number, is: (cell: string) => boolean): number => {
  const filled = rows.map(({ cells }) => cells[index] ?? '').filter((cell) => cell.trim() !== '');
  return filled.length === 0 ? 0 : filled.filter(is).length / filled.length;
};

/** A file, an address, or an input of Splunk (`udp:514`): where a row comes from, which is nobody. A mail address is somebody. */
const place =
  /^(?:[\\/~]|\.{1,2}[\\/]|[a-z]:[\\/]|[a-z][a-z\d+.-]{1,20}:\/\/|(?:udp|tcp|https?|syslog|journald?|wineventlog):\S|\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?$|\[?[\da-f]{0,4}:[\da-f:]{0,40}:[\da-f.:]{0,16}\]?(?::\d{1,5})?$)/i;

/** True for a value that says where something was written, and not by whom. */
export function isPlace(cell: string): boolean {
  const text = cell.trim();
  // A sentence may begin with a path; of paths only those of Windows have blanks.
  return place.test(text) && (!/\s/.test(text) || /^[a-z]:\\/i.test(text));
}

/** Headings of times that are not when it began, but when somebody last touched or ended it. */
const isLater = (heading: string) =>
  /\b(?:updated?|modified|changed|viewed|clos(?:ed?|ing)|resol(?:ved?|ution)|end(?:ed)?|finished|until|due|last|receive[dr]?|ingest(?:ed|ion)?|indexed)\b/.test(
    plain(heading),
  );

/** Headings that name a role, best first, as column indexes. */
function candidates(headings: readonly string[], role: Role): number[] {
  const known = lists.find(([name]) => name === role)?.[1] ?? [];
  const ranked = headings.map((heading, index) => ({ index, rank: known.indexOf(plain(heading)) }));
  return ranked
    .filter(({ rank }) => rank !== -1)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ index }) => index);
}

function timeColumns(headings: readonly string[], rows: readonly Row[]): Columns | undefined {
  const named = candidates(headings, 'time');
  const others = [...headings.keys()]
    .filter((index) => !named.includes(index))
    .toSorted((a, b) => Number(isLater(headings[a] ?? '')) - Number(isLater(headings[b] ?? '')));
  const isTime = (cell: string) => stampOf(cell) !== undefined;
  // A number of ten digits is a time only where the heading says so.
  const isWritten = (cell: string) => stampOf(cell) !== undefined && !/^\d+$/.test(cell.trim());
  const time =
    named.find((index) => share(rows, index, isTime) >= 0.6) ??
    others.find((index) => share(rows, index, isWritten) >= 0.8);
  if (time !== undefined) return { time };
  const all = [...named, ...others];
  const day = all.find((index) => share(rows, index, (cell) => stampOf(cell, dayStampAt) !== undefined) >= 0.6);
  const clock = all.find(
    (index) => index !== day && share(rows, index, (cell) => stampOf(cell, clockStampAt) !== undefined) >= 0.6,
  );
  return day === undefined || clock === undefined ? undefined : { day, clock };
}

/** Finds what the columns of a table hold, by their headings and by what stands in them. Undefined when none holds times. */
export function columnsOf(headings: readonly string[], rows: readonly Row[]): Columns | undefined {
  const some = rows.slice(0, 50);
  const columns = timeColumns(headings, some);
  if (!columns) return undefined;
  const taken = new Set(Object.values(columns));
  for (const role of ['milestone', 'zone', 'text', 'notes', 'actor', 'severity', 'service', 'id'] as const) {
    const isRight = role === 'actor' ? (cell: string) => !isPlace(cell) : () => true;
    const index = candidates(headings, role).find((each) => !taken.has(each) && share(some, each, isRight) > 0);
    if (index === undefined) continue;
    columns[role] = index;
    taken.add(index);
  }
  const told = columns.text ?? columns.notes;
  const text = told ?? longest(headings, some, taken);
  if (text !== undefined) taken.add((columns.text = text));
  if (columns.text === columns.notes) delete columns.notes;
  const others = [...candidates(headings, 'text'), ...candidates(headings, 'notes')].filter(
    (index) => !taken.has(index),
  );
  for (const index of others) taken.add(index);
  const stated = [columns.time, columns.clock, columns.day]
    .map((index) => zoneIn(headings[index ?? -1] ?? ''))
    .find(Boolean);
  const label = told === undefined ? headings[text ?? -1] : undefined;
  const unread = headings.filter((heading, index) => heading.trim() !== '' && !taken.has(index));
  return {
    ...columns,
    others,
    unread,
    ...(stated === undefined ? {} : { stated }),
    ...(label === undefined || label.trim() === '' ? {} : { label }),
  };
}

function longest(headings: readonly string[], rows: readonly Row[], taken: ReadonlySet<unknown>): number | undefined {
  // Words come before what is one word: an id, a path, the name of a log.
  const lengthOf = (cell = '') => (isPlace(cell) ? 0 : cell.length * (/\S\s+\S/.test(cell) ? 1000 : 1));
  const lengths = headings.map((_, index) => rows.reduce((sum, { cells }) => sum + lengthOf(cells[index]), 0));
  const free = [...headings.keys()].filter((index) => !taken.has(index) && (lengths[index] ?? 0) > 0);
  return free.toSorted((a, b) => (lengths[b] ?? 0) - (lengths[a] ?? 0))[0];
}
