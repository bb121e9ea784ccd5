import type { z } from 'zod';
import type { Change } from '../store/commit.ts';
import type { MailServer } from '../outbound/email/send.ts';
import type { Model } from '../outbound/model/complete.ts';
import type { Database } from '../store/database.ts';
import type { EvidenceStore } from '../store/evidence/evidence-store.ts';
import type { Actor } from './access/actor.ts';
import type { Permission } from './access/permissions.ts';
import type { Context } from './operation.ts';

/** What surrounds a call to an operation that keeps something: who calls, and where it is kept. */
export type StoredContext = Context & {
  actor: Actor;
  database: Database;
  evidence: EvidenceStore;
  /** The client's key of this call: a repeated call with it does nothing twice. */
  key?: string;
  /** SHA-256 of the input that came with the key. */
  asked?: string;
  /** A proposal that this call fulfils: the same statement settles it, and the ledger names it. */
  proposal?: { id: string; by: string; settle: Change };
  /** A new UUID. */
  newId: () => string;
  /** So many random bytes. */
  random: (bytes: number) => Uint8Array;
  /** Where people reach this server: `https://hindcast.example`, without a slash behind. */
  origin: string;
  /** Where time stamps (RFC 3161) are asked for; without one there are none. */
  timestampAuthority?: string;
  /** The language model that may write texts; absent where none is configured. */
  model?: Model;
  /** Where e-mail goes out; absent where none is configured. */
  mail?: MailServer;
  /** What came with the call of an operation that takes bytes; read once, and not held by anybody else. */
  body?: AsyncIterable<Uint8Array>;
  /** Free bytes where evidence is written first; absent where nobody asks. */
  freeBytes?: () => Promise<number>;
  /** Writes to the record what is being written in the room of an incident; absent where there are no rooms. */
  settle?: (incidentId: string) => Promise<void>;
};

/** How REST reaches an operation: path parameters in braces, other input as query (GET) or JSON body. */
export type Route = { method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'; path: string };

/** An operation on what the server keeps, as data. REST, OpenAPI, the command line and MCP are loops over the list of these. */
export type StoredOperation<Input, Output> = {
  /** `noun.verb`. */
  name: string;
  /** What it does, in one sentence. */
  sentence: string;
  permission: Permission;
  effect: 'read' | 'write' | 'destructive';
  input: z.ZodType<Input>;
  output: z.ZodType<Output>;
  route: Route;
  /** It reads texts for good: what is being written at the moment stands in the record before it runs. */
  settled?: true;
  /** Its body is bytes, in `context.body`; all other input is in path and query. */
  takes?: 'bytes';
  /** Its answer is an original's bytes: a `Download`. */
  gives?: 'bytes';
  run: (context: StoredContext, input: Input) => Promise<Output>;
};

/** Any operation of the list: a face knows its types only through its schemas. */
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyStored = StoredOperation<any, any>;
