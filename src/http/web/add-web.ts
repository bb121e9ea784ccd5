import type { Context, Hono } from 'hono';
import type { Actor } from '../../operations/access/actor.ts';
import { callStored } from '../../operations/call-stored.ts';
import { HindcastError } from '../../operations/errors.ts';
import { showSelf } from '../../operations/people/self.ts';
import type { StoredContext } from '../../operations/stored-operation.ts';
import { welcomePage } from '../home/welcome-page.ts';
import { signedIn } from '../signed-in.ts';
import { storedContext } from '../stored-context.ts';
import type { Surroundings } from '../surroundings.ts';
import { addAssets, webBuild } from './assets.ts';
import { languageFor } from './language-for.ts';
import { type AppScreen, appScreens } from './screens.ts';
import { shellPage } from './shell-page.ts';

type Questions = ReturnType<NonNullable<AppScreen['asks']>>;
type Answers = [question: string, answer: unknown][];

/** What is refused here, the screen asks again and then says why. */
async function answersTo(questions: Questions, stored: StoredContext): Promise<Answers> {
  const answers = questions.map(async ({ operation, input, further }): Promise<Answers> => {
    try {
      const answer = await callStored(operation, input, stored);
      const others = await answersTo(further?.(answer) ?? [], stored);
      return [[JSON.stringify([operation.name, input]), answer], ...others];
    } catch (error) {
      if (error instanceof HindcastError) return [];
      throw error;
    }
  });
  return (await Promise.all(answers)).flat();
}

/** Who is signed in, and answers to what a screen asks first. */
async function firstAnswers(around: Surroundings, actor: Actor, questions: Questions) {
  // Before anything is read: what changes while the page is on its way is told by the feed from here on.
  const seen = await around.feed.start();
  const stored = await storedContext(around, actor, around.now());
  const answers = await answersTo(questions, stored);
  const me = await callStored(showSelf, {}, stored);
  return {
    me,
    seen,
    ...(stored.model === undefined ? {} : { model: stored.model.name }),
    answers: Object.fromEntries(answers),
  };
}

/** The operation in the key of an answer. */
const nameIn = (key: string): string => (JSON.parse(key) as [string])[0];

const pathOf = (address: string): string => {
  const { pathname, search } = new URL(address);
  return pathname + search;
};

/** The web app: its files, and the page it starts in at every address of its own. Undefined build: the reading pages alone. */
export function addWeb(app: Hono, around: Surroundings): void {
  const build = webBuild();
  if (build === undefined) {
    around.log.warn({}, 'the web app is not built: run `npm run build`; reading pages are at /read');
    app.get('/', (context) => context.redirect('/read', 303));
    return;
  }
  addAssets(app);
  for (const { path, file, asks, first, read } of appScreens)
    app.get(path, async (context: Context) => {
      context.header('Cache-Control', 'no-store');
      const actor = await signedIn(context, around);
      if (actor === undefined && path === '/') return context.html(welcomePage);
      if (actor === undefined)
        return context.redirect(`/sign-in?then=${encodeURIComponent(pathOf(context.req.url))}`, 303);
      const named = context.req.param() as Record<string, string>;
      const start = await firstAnswers(around, actor, asks?.(named) ?? []);
      const answers = new Map(Object.entries(start.answers).map(([key, answer]) => [nameIn(key), answer]));
      const shown = first?.((operation) => answers.get(operation));
      const language = languageFor(context.req.header('accept-language'), [...build.languages.keys()]);
      return context.html(shellPage({ build, language, screen: file, first: shown, start, read: read?.(named) }));
    });
}
