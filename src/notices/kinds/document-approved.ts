import { z } from 'zod';
import { incidentPath, noticeKind, titled } from '../notice-kind.ts';

export const documentApproved = noticeKind({
  name: 'document.approved',
  sentence: 'A document that you began or signed is approved.',
  toChannels: true,
  values: z.object({ by: z.string() }),
  example: { by: 'Ana' },
  tell: ({ by }, about) => ({
    subject: `${titled(about)} is approved`,
    sentences: [`${by} approved it. It can be published now; its actions and reviews go on.`],
    link: { label: 'Open the document', path: incidentPath(about) },
  }),
});
