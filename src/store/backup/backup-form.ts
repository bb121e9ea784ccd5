import { z } from 'zod';

/** The first file of a backup: what it is, of when, and what it holds. */
export const BackupHead = z.object({
  format: z.literal('hindcast-backup/1'),
  hindcast: z.string(),
  /** The moment the backup shows: everything committed before it, and nothing after. RFC 3339. */
  at: z.string(),
  /** Number of the last ledger entry that has one; null for an empty ledger. */
  ledgerSeq: z.string().nullable(),
  migrations: z.array(z.object({ number: z.number().int(), name: z.string(), sha256: z.string() })),
  tables: z.array(
    z.object({ name: z.string().regex(/^[a-z_]{1,63}$/), columns: z.array(z.string().regex(/^[a-z_0-9]{1,63}$/)) }),
  ),
  counters: z.array(
    z.object({
      sequence: z.string().regex(/^[a-z_0-9]{1,63}$/),
      last: z.string().regex(/^\d{1,19}$/),
      called: z.boolean(),
    }),
  ),
});
export type BackupHead = z.infer<typeof BackupHead>;

/** The last file: without it the backup was cut off. */
export const BackupEnd = z.object({
  /** Rows of each table. */
  rows: z.record(z.string(), z.number().int()),
  /** SHA-256 over the bytes of all files of rows, in their order. */
  sha256: z.string(),
  /** Evidence in the file, and names of evidence that its store could not give. */
  evidence: z.object({ objects: z.number().int(), bytes: z.number(), missing: z.array(z.string()) }),
});
export type BackupEnd = z.infer<typeof BackupEnd>;
