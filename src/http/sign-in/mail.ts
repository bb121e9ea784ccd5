import { type MailServer, sendMail } from '../../outbound/email/send.ts';

/** A message to one person. */
export type Message = { to: string; subject: string; text: string };

/** Sends at once, without the outbox: who signs in is waiting. @throws what the mail server or the way to it says */
export const mailer =
  (server: MailServer) =>
  async (message: Message): Promise<void> => {
    const ending = await sendMail(server, message);
    if (ending.end !== 'sent') throw new Error(ending.problem);
  };

/** The words that bring a link. */
export const linkMessage = (to: string, link: string, origin: string): Message => ({
  to,
  subject: 'Sign in to Hindcast',
  text: [
    `This link signs you in to Hindcast at ${origin}. It works once, for 15 minutes:`,
    link,
    'If you did not ask for it, somebody typed your address: ignore this message, and nothing happens.',
    '',
  ].join('\n\n'),
});
