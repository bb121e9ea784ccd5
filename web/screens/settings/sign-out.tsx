import type { FormEvent } from 'react';
import { start } from '../../api/start.ts';
import { clearRooms } from '../../live/clear-rooms.ts';
import { words } from '../../words/index.ts';
import style from './settings.module.css';

/** Nobody waits longer to be signed out. */
const patienceMs = 1000;

/** Empties what is kept on this machine, too: the server's word for that (`Clear-Site-Data`) counts by https alone. */
async function leave(form: HTMLFormElement): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, patienceMs));
  await Promise.race([clearRooms(), patience]).catch(() => {});
  form.submit();
}

/** Who is signed in here, and the way out. */
export function SignOut() {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void leave(event.currentTarget);
  };
  return (
    <form method="post" action="/sign-out" className={style.signOut} onSubmit={submit}>
      <span>
        {words.settings.signedInAs(
          start.me.name,
          words.settings.roles[start.me.role as keyof typeof words.settings.roles],
        )}
      </span>
      <button type="submit" className={style.out}>
        {words.settings.signOut}
      </button>
    </form>
  );
}
