import { z } from 'zod';
import { incidentPath, noticeKind, titled } from '../notice-kind.ts';

export const documentPublished = noticeKind({
  name: 'document.published',
  sentence: 'A redacted version of a document is public.',
  toChannels: true,
  values: z.object({ by: z.string(), url: z.string() }),
  example: { by: 'Ana', url: 'https://hindcast.example/public/checkout' },
  tell: ({ by, url }, about) => ({
    subject: `${titled(about)} is public`,
    sentences: [`${by} published its redacted version. Look at it as a stranger would; it can be withdrawn.`],
    facts: [['Public page', url]],
    link: { label: 'Open the document', path: incidentPath(about) },
  }),
});
