import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';

/** A program of the system that some end-to-end tests use; without it they are skipped and say so. */
type Tool = { program: string; debianPackage: string; purpose: string };

const tools: Tool[] = [
  { program: 'chromium', debianPackage: 'chromium', purpose: 'opens hostile HTML in a real browser' },
  { program: 'pdftotext', debianPackage: 'poppler-utils', purpose: 'reads PDFs back' },
  { program: 'prometheus', debianPackage: 'prometheus', purpose: 'watches a service in the outage laboratory' },
  { program: 'prometheus-alertmanager', debianPackage: 'prometheus-alertmanager', purpose: 'sends its alerts' },
];

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

/** Installs what is missing where it may (root on Debian), and says what it did and what stays away. */
export function installTools(): void {
  const missing = tools.filter((tool) => !isThere(tool.program));
  if (missing.length === 0) return;
  const mayInstall = process.getuid?.() === 0 && isThere('apt-get');
  if (mayInstall) {
    const packages = missing.map((tool) => tool.debianPackage);
    console.log(`installing ${packages.join(', ')} with apt-get, for the end-to-end tests`);
    aptGet('update', '-qq');
    withoutServices(() => void aptGet('install', '-y', '-qq', '--no-install-recommends', ...packages));
  }
  for (const tool of missing.filter(({ program }) => !isThere(program))) {
    const reason = mayInstall ? 'apt-get could not install it' : 'not root, or no apt-get';
    console.log(
      `no ${tool.program} (${reason}): what ${tool.purpose} is skipped. Install ${tool.debianPackage} to run it.`,
    );
  }
}
