import { hash } from 'node:crypto';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, type Plugin } from 'vite';
import { storedOperations } from '../src/operations/stored.ts';
import { root } from './project-files.ts';

// `npm run build`, and by itself after `npm ci`: the browser app, into `web/dist`, with what a server sends compressed beside each file.

/** Tells the app how REST reaches each operation, from the one list of them. */
const operations: Plugin = {
  name: 'operations',
  resolveId: (id) => (id === 'virtual:operations' ? id : undefined),
  load: (id) => {
    if (id !== 'virtual:operations') return undefined;
    const routes = storedOperations.map(({ name, route, effect }) => [name, { ...route, effect }]);
    return `export const routes = ${JSON.stringify(Object.fromEntries(routes))};`;
  },
};

const languageFolder = path.join(root, 'web/words/languages');
const languages = globSync('*.ts', { cwd: languageFolder }).map((file) => path.basename(file, '.ts'));
const languageEntry = 'virtual:language/';

/** Each language is a script of its own, which the page names before the app. */
const languageScripts: Plugin = {
  name: 'languages',
  resolveId: (id) => (id.startsWith(languageEntry) ? id : undefined),
  load: (id) => {
    if (!id.startsWith(languageEntry)) return undefined;
    const tag = id.slice(languageEntry.length);
    const file = JSON.stringify(path.join(languageFolder, `${tag}.ts`));
    return `import { language } from ${file};\nglobalThis.hindcastLanguage = { tag: ${JSON.stringify(tag)}, language };`;
  },
};

/** What docs/figures.md says of each figure is not read in a browser. */
const withoutDescriptions: Plugin = {
  name: 'without-descriptions',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('/src/figures/') ? code.replace(/^  describes: \[\n[\s\S]*?^  \],$/m, '  describes: [],') : undefined,
};

const styleTagFirst = '!root.head && root.adoptedStyleSheets';

/** The editor's styles are constructed sheets, which need no exception in the page's policy; its library does so in shadow roots only. */
const constructedStyles: Plugin = {
  name: 'constructed-styles',
  transform: (code, id) => {
    if (!id.includes('/style-mod/')) return undefined;
    if (!code.includes(styleTagFirst)) throw new Error('style-mod has changed: see how it makes its sheets');
    return code.replace(styleTagFirst, 'root.adoptedStyleSheets');
  },
};

const outDir = path.join(root, 'web/dist');
const watching = process.argv.includes('--watch');

await build({
  configFile: false,
  root: path.join(root, 'web'),
  base: '/app/',
  plugins: [operations, languageScripts, withoutDescriptions, constructedStyles],
  logLevel: watching ? 'info' : 'warn',
  build: {
    outDir,
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsDir: '',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    watch: watching ? {} : null,
    rolldownOptions: {
      input: {
        main: path.join(root, 'web/main.tsx'),
        'service-worker': path.join(root, 'web/offline/service-worker.ts'),
        ...Object.fromEntries(languages.map((tag) => [`language-${tag}`, languageEntry + tag])),
      },
      // Browsers look for the service worker under one name.
      output: { entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : '[name]-[hash].js') },
      // Libraries mark modules for servers that render React; there is none here.
      onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)),
    },
  },
});

const files = globSync('*.{js,css,svg}', { cwd: outDir }).filter((file) => file !== 'service-worker.js');
writeFileSync(path.join(outDir, 'files.json'), JSON.stringify(files.toSorted()));
// A worker is a new one when its text is: so it holds what it is to take.
const workerFile = path.join(outDir, 'service-worker.js');
writeFileSync(workerFile, `/* ${hash('sha256', files.toSorted().join())} */\n${readFileSync(workerFile, 'utf8')}`);

if (!watching)
  for (const file of globSync('**/*.{js,css,json,svg}', { cwd: outDir })) {
    const bytes = readFileSync(path.join(outDir, file));
    const quality = { [constants.BROTLI_PARAM_QUALITY]: 9 };
    writeFileSync(path.join(outDir, `${file}.br`), brotliCompressSync(bytes, { params: quality }));
    writeFileSync(path.join(outDir, `${file}.gz`), gzipSync(bytes, { level: 9 }));
  }
else rmSync(path.join(outDir, 'manifest.json.br'), { force: true });
