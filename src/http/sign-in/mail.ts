/** A message to one person. */
export type Message = { to: string; subject: string; text: string };

const timeoutMs = 15_000;

/** Sends over SMTP. @throws what the mail server or the way to it says */
export function mailer({ smtp, from }: { smtp: string; from: string }): (message: Message) => Promise<void> {
  const open = async () => {
    // Loaded with the first message: it takes 20 MB.
    const { createTransport } = await import('nodemailer');
    const timeouts = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs };
    return createTransport({ url: smtp, ...timeouts }, { from });
  };
  let transport: ReturnType<typeof open> | undefined;
  return async (message) => {
    transport ??= open();
    await (await transport).sendMail({ ...message, disableUrlAccess: true, disableFileAccess: true });
  };
}

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
