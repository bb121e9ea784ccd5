import type { Config } from '../../operations/config.ts';
import type { Template } from '../../templates/index.ts';
import { configFinder } from '../config-file.ts';
import { teamTemplates } from '../team-templates.ts';

/** The `hindcast.yaml` that the server was started beside, and the templates it names. */
export function serverConfig(): { config: Config; templates: Template[] } {
  const { config, folder } = configFinder()('-');
  return { config, templates: teamTemplates(config.templates, folder) };
}
