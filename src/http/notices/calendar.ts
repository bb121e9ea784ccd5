import type { Hono } from 'hono';
import { systemActor } from '../../operations/access/actor.ts';
import { dueCalendar } from '../../operations/preference/due-calendar.ts';
import { storedContext } from '../stored-context.ts';
import type { Surroundings } from '../surroundings.ts';

const tokenForm = /^([\w-]{40,100})\.ics$/;

/** Adds `/calendar/SECRET.ics`: what is due of one person, for programs that sign in nowhere. */
export function addCalendar(app: Hono, around: Surroundings): void {
  app.get('/calendar/:file', async (context) => {
    const token = tokenForm.exec(context.req.param('file'))?.[1];
    const text =
      token === undefined
        ? undefined
        : await dueCalendar(await storedContext(around, systemActor, around.now()), token);
    if (text === undefined) return context.text('There is no calendar here.\n', 404);
    return context.body(text, 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="hindcast.ics"',
      'Cache-Control': 'private, max-age=300',
    });
  });
}
