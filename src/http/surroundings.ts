import type { Database } from '../store/database.ts';
import type { EvidenceStore } from '../store/evidence/evidence-store.ts';
import type { Model } from '../outbound/model/complete.ts';
import type { Config } from '../operations/config.ts';
import type { Template } from '../templates/index.ts';
import type { Logger } from 'pino';
import type { AccessSettings } from './access-settings.ts';
import type { Feed } from './feed/feed.ts';

/** What the HTTP face stands on; made once at start, by hand, where the parts are chosen. */
export type Surroundings = {
  database: Database;
  evidence: EvidenceStore;
  config: Config;
  /** Templates beside those that the database keeps: of the `hindcast.yaml`, then the built-in ones. */
  templates: () => Promise<Template[]>;
  /** Where people reach this server, without a slash behind. */
  origin: string;
  /** Where time stamps (RFC 3161) are asked for. */
  timestampAuthority?: string;
  /** The language model that may write texts. */
  model?: Model;
  /** The live feed; whoever made it closes it, before waiting for running requests. */
  feed: Feed;
  log: Logger;
  /** How people come in, and how fast anybody may ask; `defaultAccess` without. */
  access?: AccessSettings;
  /** Free bytes on the disk that uploads are written to first. */
  freeBytes?: () => Promise<number>;
  /** Writes to the record what is being written in the room of an incident; absent where there are no rooms. */
  settle?: (incidentId: string) => Promise<void>;
  /** RFC 3339 instant of the moment. */
  now: () => string;
};
