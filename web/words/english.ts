import { agentsWords } from './agents.ts';
import { auditWords } from './audit.ts';
import { commentsWords } from './comments.ts';
import { commonWords } from './common.ts';
import { didWords } from './did.ts';
import { documentWords } from './document.ts';
import { editorsWords } from './editors.ts';
import { evidenceWords } from './evidence.ts';
import { fieldsWords } from './fields.ts';
import { figuresWords } from './figures.ts';
import { historyWords } from './history.ts';
import { homeWords } from './home.ts';
import { importWords } from './import.ts';
import { incidentsWords } from './incidents.ts';
import { newWords } from './new.ts';
import { problemWords } from './problem.ts';
import { proposalsWords } from './proposals.ts';
import { proseWords } from './prose.ts';
import { reviewWords } from './review.ts';
import { serverWords } from './server.ts';
import { servicesWords } from './services.ts';
import { settingsWords } from './settings.ts';
import { shellWords } from './shell.ts';
import { stepsWords } from './steps.ts';
import { templatesWords } from './templates.ts';

/**
 * Every text that the app shows, by screen, in English. Texts with something in them are functions. Another language is a file in
 * `languages/`; screens never hold texts of their own.
 */
export const english = {
  common: commonWords,
  agents: agentsWords,
  comments: commentsWords,
  services: servicesWords,
  settings: settingsWords,
  templates: templatesWords,
  shell: shellWords,
  problem: problemWords,
  proposals: proposalsWords,
  prose: proseWords,
  document: documentWords,
  editors: editorsWords,
  home: homeWords,
  incidents: incidentsWords,
  new: newWords,
  import: importWords,
  audit: auditWords,
  evidence: evidenceWords,
  history: historyWords,
  review: reviewWords,
  steps: stepsWords,
  did: didWords,
  fields: fieldsWords,
  figures: figuresWords,
  server: serverWords,
};

export type Words = typeof english;
