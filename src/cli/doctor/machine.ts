import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import path from 'node:path';
import { freeBytes, judgeSpace, spaceLimits } from '../../store/postgres/index.ts';
import { type Check, ok, warning, wrong } from './check.ts';

const leastNode = 24;
const inMb = (bytes: number) => `${Math.floor(bytes / 1024 / 1024)} MB`;

const node: Check = {
  name: 'node',
  look: async () => {
    const { node: version } = process.versions;
    if (Number.parseInt(version, 10) >= leastNode) return ok(version);
    return wrong(
      `${version} is too old`,
      `Run bin/hindcast after npm ci, which brings Node ${leastNode}, or install it.`,
    );
  },
};

/** The folder, or the nearest one above it that is there. */
async function nearest(folder: string): Promise<string> {
  for (let at = folder; ; at = path.dirname(at)) {
    const found = await stat(at).catch(() => undefined);
    if (found !== undefined || path.dirname(at) === at) return at;
  }
}

const dataFolder: Check = {
  name: 'data folder',
  look: async ({ settings: { dataFolder: folder } }) => {
    const there = await nearest(folder);
    const writable = await access(there, constants.W_OK | constants.X_OK).then(
      () => true,
      () => false,
    );
    const remedy = 'Set HINDCAST_DATA to a folder that this user may write, or change who owns it.';
    if (!writable) return wrong(`${folder}: this user may not write in ${there}`, remedy);
    if (!(await stat(there)).isDirectory()) return wrong(`${there} is no folder`, remedy);
    return ok(there === folder ? folder : `${folder}, made at the first start`);
  },
};

const space: Check = {
  name: 'disk space',
  look: async ({ settings }) => {
    const free = await freeBytes(await nearest(settings.dataFolder));
    const state = judgeSpace(free);
    const said = `${inMb(free)} free`;
    if (state === 'enough') return ok(said);
    const advice = `Free at least ${inMb(spaceLimits.uploads)} on the disk of ${settings.dataFolder}.`;
    return state === 'no-uploads' ? warning(`${said}: no uploads`, advice) : wrong(`${said}: read-only`, advice);
  },
};

/** What needs nothing but this machine. */
export const machineChecks: Check[] = [node, dataFolder, space];
