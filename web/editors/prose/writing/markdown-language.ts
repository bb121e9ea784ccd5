import { defineLanguageFacet, Language, languageDataProp } from '@codemirror/language';
import { markdown } from '../reading/parse.ts';

const data = defineLanguageFacet({ closeBrackets: { brackets: [] } });

/** Markdown in the editor, read by the parser that shows it on the page. */
export const markdownLanguage = new Language(
  data,
  markdown.configure({ props: [languageDataProp.add((type) => (type.isTop ? data : undefined))] }),
  [],
  'markdown',
);
