import { Readable } from 'node:stream';
import type { Ending } from '../ending.ts';

/** Where mail goes out, and from whom: `smtp://user:password@host:587`. */
export type MailServer = { smtp: string; from: string };

/** One e-mail. */
export type Mail = {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Without angle brackets; made by the mail server without one. */
  messageId?: string;
  /** What it belongs to, as programs for mail group it. */
  inReplyTo?: string;
  headers?: Record<string, string>;
  calendar?: { method: string; text: string };
};

const connectMs = 15_000;
/** How long a server may think about a whole message. */
const answerMs = 60_000;

type SmtpError = Error & { responseCode?: number; response?: string; code?: string };

const wordsOf = (error: SmtpError): string =>
  error.response ?? (error as { originalCode?: string }).originalCode ?? error.message;

/** What a failure means. Before the text began to go, nothing can have been sent; after it, only an answer says so. */
function failed(error: SmtpError, stage: 'connecting' | 'envelope' | 'text'): Ending {
  const { responseCode: code } = error;
  const problem = `the mail server says: ${wordsOf(error)}`;
  // 421: the server closes; what it refuses to everybody while connecting passes, too.
  if (stage === 'connecting') return { end: 'again', problem, away: true };
  if (code !== undefined) return { end: code >= 500 ? 'refused' : 'again', problem };
  if (stage === 'text') return { end: 'unknown', problem: `${problem}, after the text was sent` };
  return { end: 'again', problem };
}

/** Sends it on a connection of its own. */
export async function sendMail({ smtp, from }: MailServer, mail: Mail): Promise<Ending> {
  // Loaded with the first message: they take 20 MB.
  const [{ default: MailComposer }, { default: SMTPConnection }, { parseConnectionUrl }] = await Promise.all([
    import('nodemailer/lib/mail-composer'),
    import('nodemailer/lib/smtp-connection'),
    import('nodemailer/lib/shared'),
  ]);
  const { calendar, headers, ...rest } = mail;
  const composed = new MailComposer({
    from,
    ...rest,
    headers: { 'Auto-Submitted': 'auto-generated', ...headers },
    ...(mail.inReplyTo === undefined ? {} : { references: mail.inReplyTo }),
    ...(calendar === undefined
      ? {}
      : { icalEvent: { method: calendar.method, filename: 'hindcast.ics', content: calendar.text } }),
    disableUrlAccess: true,
    disableFileAccess: true,
  }).compile();
  const raw = await composed.build();
  const options = parseConnectionUrl(smtp);
  const connection = new SMTPConnection({
    ...options,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: answerMs,
  });
  let stage: 'connecting' | 'envelope' | 'text' = 'connecting';
  const { promise, resolve } = Promise.withResolvers<Ending>();
  const fail = (error: Error) => resolve(failed(error, stage));
  connection.on('error', fail);
  connection.on('end', () => fail(new Error('the connection ended')));
  // It is read for the first time when the server has asked for the text.
  const text = new Readable({
    read() {
      stage = 'text';
      this.push(raw);
      this.push(null);
    },
  });
  const send = () => {
    stage = 'envelope';
    connection.send(composed.getEnvelope(), text, (error, info) =>
      error ? fail(error) : resolve({ end: 'sent', as: info.response.slice(0, 200) }),
    );
  };
  connection.connect((error) => {
    if (error) return fail(error);
    const { auth } = options;
    if (auth === undefined) return send();
    return connection.login(auth, (refused) => (refused ? fail(refused) : send()));
  });
  const ending = await promise;
  if (ending.end === 'sent') connection.quit();
  else connection.close();
  return ending;
}
