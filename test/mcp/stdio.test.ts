import { after } from 'node:test';
import pino from 'pino';
import { startSequencer } from '../../src/store/ledger/sequencer.ts';
import { listeningServer } from '../server/listening.ts';
import { overStdio } from './connect.ts';
import { mcpContract } from './contract.ts';

const server = await listeningServer();
const { database, origin } = server.around;
const sequencer = startSequencer(database, { everyMs: 10, log: pino({ level: 'silent' }) });
after(() => sequencer.stop());
const connect = overStdio(origin);

mcpContract('stdio, 2025', server, { connect, era: '2025', subscribes: true });
mcpContract('stdio, 2026', server, { connect, era: '2026', subscribes: true });
