import { type Masked, maskTexts, type MaskSettings } from '../../masking/index.ts';

type Waiting = {
  text: string;
  settings: MaskSettings;
  resolve: (masked: Masked) => void;
  reject: (error: unknown) => void;
};

/** Characters looked through at once: a few milliseconds, in which nobody else has a turn. */
const mostTogether = 150_000;
/** In a storm some ten come in this time; the disk takes longer than that anyway. */
const gatherMs = 2;

let waiting: Waiting[] = [];

/** Looks through texts at once; when one of them cannot be, each by itself. */
async function together(group: readonly Waiting[]): Promise<void> {
  const [first] = group;
  if (first === undefined) return;
  try {
    const texts = group.map(({ text }) => text);
    for (const [index, masked] of (await maskTexts(texts, first.settings)).entries()) group[index]?.resolve(masked);
  } catch (error) {
    if (group.length === 1) first.reject(error);
    else await Promise.all(group.map((one) => together([one])));
  }
}

function flush(): void {
  const all = waiting;
  waiting = [];
  let group: Waiting[] = [];
  let length = 0;
  for (const one of all) {
    if (length + one.text.length > mostTogether || group[0]?.settings !== one.settings) {
      void together(group);
      [group, length] = [[], 0];
    }
    group.push(one);
    length += one.text.length;
  }
  void together(group);
}

/** As `maskText`, together with what others bring in the same moment. */
export function maskSoon(text: string, settings: MaskSettings): Promise<Masked> {
  return new Promise((resolve, reject) => {
    if (waiting.length === 0) setTimeout(flush, gatherMs);
    waiting.push({ text, settings, resolve, reject });
  });
}
