import { createHash } from 'node:crypto';
import { holidaysIn } from '../../calendar/holidays.ts';
import { type Follow, occasionKinds } from '../../occasions/index.ts';
import type { Template } from '../../templates/index.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { StoredContext } from '../stored-operation.ts';

/** How the organisation follows up, as its settings say at this moment. */
export async function followOf({ database, config }: Pick<StoredContext, 'database' | 'config'>): Promise<Follow> {
  const settings = await readSettings(database);
  const quiet = settings['follow.quiet'];
  return {
    calendar: {
      zone: settings['follow.zone'] ?? config.zone ?? 'UTC',
      weekend: settings['follow.weekend'],
      isHoliday: await holidaysIn(settings['follow.holidays']),
      ...(quiet === null ? {} : { quiet }),
    },
    hour: settings['follow.hour'],
    remindBefore: settings['follow.remindBefore'],
    remindAfter: settings['follow.remindAfter'],
    escalateAfter: settings['follow.escalateAfter'],
    warnAt: settings['follow.warnAt'],
    clockWarnAt: settings['clocks.warnAt'],
    clockOverdueAfter: settings['clocks.overdueAfter'],
  };
}

/** Settings that moments hang on begin with one of these. */
const ofMoments = ['follow.', 'clocks.', 'reviews.', 'documents.zone'];
/** Counted up when a kind plans otherwise than before: then everything is planned anew. */
const planning = 1;

const policyOf = ({ name, policy }: Template) => {
  const { horizons, reviews, deadlines, statuses } = policy;
  return { name, horizons, reviews, deadlines, statuses };
};

/** What plans are made with, beside the incidents: when it is another one, all are planned anew. */
export async function basisOf({ database, config, templates }: StoredContext): Promise<string> {
  const settings = Object.entries(await readSettings(database)).filter(([name]) =>
    ofMoments.some((beginning) => name.startsWith(beginning)),
  );
  const kinds = occasionKinds.map(({ kind }) => kind);
  const basis = { planning, kinds, zone: config.zone, settings, policies: templates.map(policyOf) };
  return createHash('sha256').update(JSON.stringify(basis)).digest('hex');
}
