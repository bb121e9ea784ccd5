import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';

/** A program of the system that some end-to-end tests use, by the names of Debian's packages of it, the best first. */
type Tool = { packages: string[]; purpose: string };

const tools: Tool[] = [
  // The shell is the same engine without a window of its own; not every release has it.
  { packages: ['chromium-headless-shell', 'chromium'], purpose: 'opens pages in a real browser' },
  { packages: ['poppler-utils'], purpose: 'reads PDFs back' },
  { packages: ['prometheus'], purpose: 'watches a service in the outage laboratory' },
  { packages: ['prometheus-alertmanager'], purpose: 'sends its alerts' },
];

/** Where a package's program has another name than the package. */
const programs: Readonly<Record<string, string>> = { 'poppler-utils': 'pdftotext' };

const isThere = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

function aptGet(...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { env, stdio: 'ignore', timeout: 300_000 }).status === 0;
}

/** Debian asks this file whether a package may start its services: ours are programs that tests start themselves. */
const startPolicy = '/usr/sbin/policy-rc.d';

function withoutServices(install: () => void): void {
  const isOurs = !existsSync(startPolicy);
  if (isOurs) writeFileSync(startPolicy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    install();
  } finally {
    if (isOurs) rmSync(startPolicy, { force: true });
  }
}

const hasTool = ({ packages }: Tool) => packages.some((name) => isThere(programs[name] ?? name));

function install(packages: string[]): void {
  console.log(`installing ${packages.join(', ')} with apt-get, for the end-to-end tests`);
  withoutServices(() => void aptGet('install', '-y', '-qq', '--no-install-recommends', ...packages));
}

/** Installs what is missing where it may (root on Debian), and says what it did and what stays away. */
export function installTools(): void {
  const missing = tools.filter((tool) => !hasTool(tool));
  if (missing.length === 0) return;
  const mayInstall = process.getuid?.() === 0 && isThere('apt-get');
  if (mayInstall) {
    aptGet('update', '-qq');
    install(missing.flatMap(({ packages }) => packages.slice(0, 1)));
    // One package that a release does not have keeps apt-get from installing any.
    for (const { packages } of missing.filter((tool) => !hasTool(tool))) install(packages.slice(-1));
  }
  for (const { packages, purpose } of missing.filter((tool) => !hasTool(tool))) {
    const reason = mayInstall ? 'apt-get could not install it' : 'not root, or no apt-get';
    const name = packages.at(-1) ?? '';
    console.log(`no ${name} (${reason}): what ${purpose} is skipped. Install ${name} to run it.`);
  }
}
