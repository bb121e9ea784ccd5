/** One package of a lockfile, as far as this script reads it. */
export type LockedPackage = {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[] | string;
  cpu?: string[] | string;
  libc?: string[];
  integrity?: string;
  optionalDependencies?: Record<string, string>;
};
/** `package-lock.json`, lockfileVersion 3. */
export type Lockfile = { packages: Record<string, LockedPackage> };

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'];

/** The platform a package's name ends in: `...-linux-arm64-musl`; undefined when it names none. */
function platformOf(name: string): { os: string[]; cpu: string[]; libc?: string[] } | undefined {
  const words = name.split('-');
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  if (os === undefined || cpu === undefined) return undefined;
  const last = words.at(-1) ?? '';
  const libc = os === 'linux' ? (last.startsWith('musl') ? ['musl'] : ['glibc']) : undefined;
  return { os: [os], cpu: [cpu], ...(libc === undefined ? {} : { libc }) };
}

/**
 * Entries for optional packages that a lockfile asks for and does not hold: a registry that lacks the builds for other
 * platforms makes npm leave them out, and then `npm ci` refuses the lockfile. They have no integrity, as nobody saw them;
 * a package whose name tells no platform, or whose version is a range, is left alone.
 */
export function missingOptionals({ packages }: Lockfile): Record<string, LockedPackage> {
  const added: Record<string, LockedPackage> = {};
  for (const { dev, optionalDependencies } of Object.values(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies ?? {})) {
      const place = `node_modules/${name}`;
      const platform = platformOf(name);
      if (Object.hasOwn(packages, place) || platform === undefined || !/^\d/.test(version)) continue;
      added[place] = { version, ...platform, ...(dev === true ? { dev } : {}), optional: true };
    }
  }
  return added;
}
