import { readFileSync } from 'node:fs';
import path from 'node:path';
import { clocksEnglish } from '../web/words/clocks-english.ts';
import { english } from '../web/words/english.ts';
import { followingEnglish } from '../web/words/following-english.ts';
import { incomingEnglish } from '../web/words/incoming-english.ts';
import { outsideEnglish } from '../web/words/outside-english.ts';
import { countingEnglish } from '../web/words/counting-english.ts';
import { reviewingEnglish } from '../web/words/reviewing-english.ts';
import { searchingEnglish } from '../web/words/searching-english.ts';
import { projectFiles, root } from './project-files.ts';
import { unusedClasses } from './unused-classes.ts';
import { unusedWords } from './unused-words.ts';

// Words and classes of the app that nothing shows any more.

const textsOf = (pattern: RegExp) =>
  new Map(
    projectFiles()
      .filter((file) => pattern.test(file))
      .map((file) => [file, readFileSync(path.join(root, file), 'utf8')]),
  );
const sources = textsOf(/^web\/(?!words\/).*\.tsx?$/);
const sheets = textsOf(/^web\/.*\.module\.css$/);
/** Every text there is: those of the shell, and those that load with their screens. */
const texts = {
  ...english,
  ...incomingEnglish,
  ...outsideEnglish,
  ...followingEnglish,
  ...searchingEnglish,
  ...reviewingEnglish,
  ...clocksEnglish,
  ...countingEnglish,
};
const left = [...unusedWords(texts, [...sources.values()]), ...unusedClasses(sheets, sources)];
for (const one of left) console.log(`nothing reads ${one}`);
console.log(`${sources.size} sources, ${sheets.size} sheets, ${left.length} leftovers`);
process.exitCode = left.length === 0 ? 0 : 1;
