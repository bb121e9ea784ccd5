import { z } from 'zod';
import { Service } from '../../measurement/service.ts';
import { HindcastError } from '../errors.ts';
import { readYaml } from '../read-yaml.ts';

/** A service as a person writes it: YAML. */
export const Source = z.string().min(1).max(100_000);

/** Reads the text of a service. @throws HindcastError `service.invalid`, naming the line */
export function parseService(source: string): Service {
  const read = readYaml(source, Service);
  if ('value' in read) return read.value as Service;
  const { line, reason } = read;
  // YAML takes a leading > for a block of text, and says so in its own words.
  const said = /block scalar/i.test(reason) ? `${reason}; put a condition that begins with > in quotes` : reason;
  throw new HindcastError('service.invalid', { line: String(line), reason: said }, { data: { line, reason: said } });
}
