import { createServer as createHttp } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** What a receiver does with a message; `cut`: it takes it, and the connection breaks before it says so. */
export type Behaviour = 'take' | 'later' | 'cut' | 'away';

/** Receivers that count what arrived, by what the message is called. */
export type Receivers = {
  smtp: string;
  web: string;
  mails: Map<string, number>;
  posts: Map<string, number>;
  close: () => void;
};

const listening = (server: ReturnType<typeof createServer>): Promise<number> =>
  new Promise((done) => server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)));

const count = (counts: Map<string, number>, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);

function mailServer(socket: Socket, counts: Map<string, number>, behaviour: Behaviour): void {
  let [text, left] = ['', ''];
  let inText = false;
  const say = (line: string) => void socket.write(`${line}\r\n`);
  socket.on('error', () => undefined);
  if (behaviour === 'away') return void socket.destroy();
  say('220 mail.example');
  const take = () => {
    inText = false;
    if (behaviour === 'later') return say('451 come again');
    count(counts, /^Message-ID: <([^@]+)/im.exec(text)?.[1] ?? '');
    return behaviour === 'cut' ? void socket.destroy() : say('250 queued');
  };
  const hear = (line: string): void => {
    if (inText) return line === '.' ? take() : void (text += `${line}\n`);
    if (line === 'DATA') {
      inText = true;
      return say('354 go on');
    }
    return line === 'QUIT' ? void socket.end('221 bye\r\n') : say('250 fine');
  };
  socket.on('data', (chunk) => {
    const lines = (left + chunk.toString('latin1')).split('\r\n');
    left = lines.pop() ?? '';
    for (const line of lines) if (!socket.destroyed) hear(line);
  });
}

/** Starts a mail server, and a web server for Slack's messages and for signed ones. */
export async function openReceivers(behave: () => Behaviour): Promise<Receivers> {
  const [mails, posts] = [new Map<string, number>(), new Map<string, number>()];
  const mail = createServer((socket) => mailServer(socket, mails, behave()));
  const web = createHttp(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const behaviour = behave();
    if (behaviour === 'away') return void response.writeHead(429, { 'retry-after': '2' }).end();
    if (behaviour === 'later') return void response.writeHead(503).end('later');
    const body = Buffer.concat(chunks).toString('utf8');
    const name = request.headers['webhook-id'] ?? `slack:${/OCCASION-\d+/.exec(body)?.[0] ?? ''}`;
    count(posts, String(name));
    return behaviour === 'cut' ? void response.destroy() : void response.end('ok');
  });
  const [mailPort, webPort] = [await listening(mail), await listening(web)];
  return {
    smtp: `smtp://127.0.0.1:${mailPort}`,
    web: `http://127.0.0.1:${webPort}`,
    mails,
    posts,
    close: () => {
      mail.close();
      web.close();
      web.closeAllConnections();
    },
  };
}
