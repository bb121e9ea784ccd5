import { ZipFile } from 'yazl';

const words =
  'the checkout is slow again for some users and the queue of orders grows while we look at the gateway logs of pod web-7'.split(
    ' ',
  );
const stated = [
  'seeing a lot of 5xx from the gateway',
  'ack, on it',
  'rolling back to v41',
  'error rate is back down',
  'all clear, incident resolved',
];
const people = 200;
const perDay = 250;

/** Text that a person may have written; the same number gives the same text. */
const textOf = (index: number): string =>
  index % 997 === 0
    ? (stated[index % stated.length] ?? '')
    : Array.from(
        { length: 6 + (index % 17) },
        (_, at) => words[(index * 7 + at * (1 + (index % 5))) % words.length],
      ).join(' ');

function message(index: number, day: number, within: number) {
  const user = `U${String(index % people).padStart(8, '0')}`;
  const text = textOf(index);
  const ts = `${1_767_225_600 + day * 86_400 + within * 300}.${String(index % 1_000_000).padStart(6, '0')}`;
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text }] };
  return {
    user,
    type: 'message',
    ts,
    client_msg_id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    text,
    team: 'T00000001',
    user_team: 'T00000001',
    user_profile: {
      avatar_hash: 'ab12cd34',
      first_name: `Person`,
      real_name: `Person ${index % people}`,
      display_name: '',
      team: 'T00000001',
      is_restricted: false,
    },
    blocks: [{ type: 'rich_text', block_id: `b${index}`, elements: [section] }],
    ...(index % 9 === 0 ? { reactions: [{ name: 'eyes', users: [user], count: 1 }] } : {}),
  };
}

/** A workspace's export as Slack writes it: lists, and a file for each day of each channel. */
export async function slackExport(messages: number, channel = 'ops'): Promise<Buffer> {
  const zip = new ZipFile();
  const add = (name: string, value: unknown) => zip.addBuffer(Buffer.from(JSON.stringify(value, null, 4)), name);
  add(
    'users.json',
    Array.from({ length: people }, (_, index) => ({
      id: `U${String(index).padStart(8, '0')}`,
      name: `person${index}`,
      profile: { real_name: `Person ${index}` },
    })),
  );
  const days = Math.ceil(messages / perDay);
  add(
    'channels.json',
    Array.from({ length: 20 }, (_, index) => ({ id: `C${index}`, name: `${channel}-${index}`, topic: { value: '' } })),
  );
  for (let day = 0; day < days; day += 1) {
    const count = Math.min(perDay, messages - day * perDay);
    const date = new Date(Date.UTC(2026, 0, 1) + Math.floor(day / 20) * 86_400_000).toISOString().slice(0, 10);
    add(
      `${channel}-${day % 20}/${date}.json`,
      Array.from({ length: count }, (_, within) => message(day * perDay + within, Math.floor(day / 20), within)),
    );
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
