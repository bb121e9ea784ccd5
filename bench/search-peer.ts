import { DatabaseSync } from 'node:sqlite';
import type { Query } from './search-queries.ts';
import type { Text } from './search-texts.ts';

const shown = 20;

/** SQLite FTS5 on the same texts: what it finds for a search, best first, with snippets. It counts nothing. */
export type Peer = { find: (query: Query) => number[]; add: (number: number, text: Text) => void; close: () => void };

/** Fills an FTS5 table in a file, as one would who searches in SQLite. */
export function openPeer(file: string, texts: readonly Text[]): Peer {
  const database = new DatabaseSync(file);
  database.exec(`pragma journal_mode = wal; pragma synchronous = off; pragma cache_size = -262144; pragma mmap_size = 2000000000;
    create virtual table found using fts5 (title, body, tokenize = 'porter unicode61');
    create table fact (number integer primary key, service text, severity text)`);
  const put = database.prepare('insert into found (rowid, title, body) values (?, ?, ?)');
  const fact = database.prepare('insert into fact values (?, ?, ?)');
  const add = (number: number, { title, summary, cause, body, service, severity }: Text) => {
    put.run(number, title, `${summary}\n${cause}\n${body}`);
    fact.run(number, service, severity);
  };
  database.exec('begin');
  for (const [index, text] of texts.entries()) add(index + 1, text);
  database.exec('commit');
  database.exec(`insert into found (found) values ('optimize')`);
  const plain = database.prepare(`select rowid as number, snippet(found, 1, '[', ']', '…', 24) as part from found
    where found match ? order by bm25(found, 10, 1) limit ${shown}`);
  const narrowed = database.prepare(`select found.rowid as number, snippet(found, 1, '[', ']', '…', 24) as part
    from found join fact on fact.number = found.rowid
    where found match ? and service = ? and severity = ? order by bm25(found, 10, 1) limit ${shown}`);
  const asked = (words: string): string => {
    if (words.startsWith('"')) return words;
    const all = words
      .trim()
      .split(/\s+/)
      .map((word) => `"${word}"`);
    return words.endsWith(' ') ? all.join(' ') : `${all.join(' ')}*`;
  };
  return {
    find: ({ words, service, severity }) => {
      const rows =
        service === undefined || severity === undefined
          ? plain.all(asked(words))
          : narrowed.all(asked(words), service, severity);
      return rows.map((row) => Number(row['number']));
    },
    add,
    close: () => database.close(),
  };
}
