import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import react from '@vitejs/plugin-react'
import { runnerImport } from 'vite'
import type { EnvironmentOptions, Plugin } from 'vite'

const root = import.meta.dirname
const dist = resolve(root, 'dist')

/** Of all that main is built from: what one build keeps for its next start (electron/storage/start-cache.ts), no other believes. */
function sourcesSum(): string {
  const sum = createHash('sha256').update(readFileSync(resolve(root, 'package-lock.json')))
  for (const folder of ['shared', 'electron'])
    for (const name of readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' }).toSorted())
      if (name.endsWith('.ts')) sum.update(name).update(readFileSync(resolve(root, folder, name)))
  return sum.digest('hex').slice(0, 16)
}

/**
 * The model's files do nothing but say what a record is: of those that nobody asks for their schema, only what they hand
 * on is read. So zod, 87 kB and a tenth of a second, is no part of what the first screen loads.
 */
const withoutSchemas = { moduleSideEffects: [{ test: /[\\/]shared[\\/]model[\\/]/, sideEffects: false }] }

/**
 * One of the bundles that run inside Electron: CommonJS, everything but Electron itself inside, for the
 * oldest runtime the app is run on (Electron 25: Node 18, Chromium 114). What it has beside its entry is a file of its
 * own, which nothing reads before it is imported; the preload, in its sandbox, can have none. The thread of an import
 * begins without schemas, which are beside it too: somebody waits for it.
 */
function shell(
  name: 'main' | 'preload' | 'importer',
  target: string,
  beside: Record<string, string> = {},
): EnvironmentOptions {
  return {
    consumer: 'server',
    // Decided here, not by the environment of whoever starts the app: what is for a library's own developers stays out.
    define: { 'process.env.NODE_ENV': JSON.stringify('production'), __BUILD__: JSON.stringify(sourcesSum()) },
    resolve: { noExternal: true, conditions: ['node', 'import', 'module', 'default'] },
    build: {
      outDir: resolve(dist, name),
      emptyOutDir: true,
      target,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: { [name]: resolve(root, `electron/${name}.ts`), ...beside },
        external: ['electron', /^node:/],
        ...(name === 'importer' && { treeshake: withoutSchemas }),
        output: {
          format: 'cjs',
          exports: 'named',
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name].cjs',
          // The kernel by itself: what opens the window needs some of it, and none of the model's schemas.
          codeSplitting:
            name === 'main'
              ? { groups: [{ name: 'kernel', test: /[\\/]shared[\\/]kernel[\\/]/ }] }
              : name === 'importer',
        },
      },
    },
  }
}

/** In a plain browser (`npm run dev`) a workspace in memory stands where the preload's bridge is in the app. */
const inBrowser: Plugin = {
  name: 'bridge-in-memory',
  apply: 'serve',
  transformIndexHtml: () => [
    {
      tag: 'script',
      attrs: { type: 'module' },
      children: "import '/@fs/BRIDGE'".replace('BRIDGE', resolve(root, 'tests/support/browser.ts')),
      injectTo: 'head-prepend',
    },
  ],
}

/** Words of react-aria's own that the app can come to show: those of its languages. The rest is 250 kB at every start. */
const ourLanguages: Plugin = {
  name: 'our-languages',
  apply: 'build',
  load: {
    filter: { id: /\/react-(?:aria|stately|aria-components)\/dist\/private\/intl\/.*\.mjs$/ },
    handler: (id) => (/(?:en-US|it-IT)\.mjs$/.test(id) ? null : 'export default {}'),
  },
}

/**
 * The wrapper around a CommonJS module, React's above all, as a function in brackets: Chromium 114 reads that once, as it
 * comes. An arrow function it first looks through for its end, and then reads anew when it is called, which it is at once.
 */
const readOnce: Plugin = {
  name: 'read-once',
  apply: 'build',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
    const wrapOf = (code: string): string | undefined =>
      /(\w+)=\(e,t\)=>\(\)=>\(t\|\|\(e\(\(t=\{exports:/.exec(code)?.[1]
    const home = chunks.find(({ code }) => wrapOf(code))
    const own = home && wrapOf(home.code)
    if (!home || own === undefined) return
    const shared = new RegExp(`\\b${own} as (\\w+)`).exec(home.code)?.[1]
    for (const chunk of chunks) {
      const imports = new RegExp(`import\\{([^}]*)\\}from"\\./${basename(home.fileName)}"`).exec(chunk.code)?.[1]
      const name = imports?.split(',').find((each) => each === shared || each.startsWith(`${shared} as `))
      const wrap = chunk === home ? own : name?.split(' as ').at(-1)
      if (wrap === undefined) continue
      const wrapped = new RegExp(`=${wrap}\\(\\((?:\\((e,t)\\)|(e))=>\\{`, 'g')
      chunk.code = chunk.code.replaceAll(wrapped, (_all, two = '', one = '') => `=${wrap}((function(${two || one}){`)
    }
  },
}

const wordsOf = (language: string): RegExp => new RegExp(`[\\\\/]shared[\\\\/]i18n[\\\\/]${language}[\\\\/]index\\.ts$`)

/** A language's words as one text: a third of the time that Chromium takes to read them as code. */
const wordsAsText: Plugin = {
  name: 'words-as-text',
  apply: 'build',
  applyToEnvironment: ({ config }) => config.consumer === 'client',
  load: {
    filter: { id: wordsOf('(?:en|it)') },
    async handler(id) {
      const { module } = await runnerImport<{ default: unknown }>(id)
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(module.default))})`
    },
  },
}

/** The words come with the page. Links to both languages are in it; whoever serves it leaves the one in use (electron/security.ts). */
const wordsFirst: Plugin = {
  name: 'words-first',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.values(bundle).flatMap(({ fileName }) => {
        const language = /words-(en|it)-/.exec(fileName)?.[1]
        if (language === undefined) return []
        const attrs = { rel: 'modulepreload', crossorigin: '', hreflang: language, href: `./${fileName}` }
        return [{ tag: 'link', attrs, injectTo: 'head' as const }]
      }),
  },
}

/** The letters of our languages are asked for with the page, not when the first text has been laid out without it. */
const fontFirst: Plugin = {
  name: 'font-first',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => file.endsWith('.woff2') && file.includes('-subset'))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `./${file}` },
          injectTo: 'head-prepend' as const,
        })),
  },
}

export default defineConfig({
  root: resolve(root, 'renderer'),
  base: './',
  plugins: [react(), inBrowser, ourLanguages, wordsAsText, readOnce, fontFirst, wordsFirst],
  server: { fs: { allow: [root] } },
  // What electron-store writes through: ours keeps what the package loses on a full disk (electron/storage/).
  resolve: { alias: { atomically: resolve(root, 'electron/storage/atomically.ts') } },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  builder: {},
  environments: {
    client: {
      build: {
        outDir: resolve(dist, 'renderer'),
        emptyOutDir: true,
        target: 'chrome114',
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        // What a start needs is one file, not one for each of its sharers.
        rolldownOptions: {
          treeshake: withoutSchemas,
          output: {
            // Main waits for it by this name (electron/security.ts).
            entryFileNames: 'assets/start-[hash].js',
            codeSplitting: {
              groups: [
                { name: 'words-en', test: wordsOf('en') },
                { name: 'words-it', test: wordsOf('it') },
                { name: 'start', tags: ['$initial'] },
                { name: 'start', test: /rolldown[:/\\]runtime/ },
              ],
            },
          },
        },
      },
    },
    // The small windows: built apart, so that a start of the app reads nothing of theirs.
    side: {
      consumer: 'client',
      build: {
        outDir: resolve(dist, 'renderer'),
        emptyOutDir: false,
        target: 'chrome114',
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: { mini: resolve(root, 'renderer/mini.html'), question: resolve(root, 'renderer/question.html') },
          output: {
            codeSplitting: {
              groups: [
                { name: 'words-en', test: wordsOf('en') },
                { name: 'words-it', test: wordsOf('it') },
              ],
            },
          },
        },
      },
    },
    main: shell('main', 'node18', { holidays: 'date-holidays' }),
    importer: shell('importer', 'node18'),
    preload: shell('preload', 'chrome114'),
  },
  test: {
    root,
    include: ['tests/{shared,electron,renderer,property,acceptance,faults,support}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Outside Electron there is none; and what is not inlined would not see the aliases.
    alias: { electron: resolve(root, 'tests/support/electron.ts') },
    server: { deps: { inline: ['electron-store', 'conf'] } },
    restoreMocks: true,
    // A property is tried a thousand times, on a machine that may be busy.
    testTimeout: 120_000,
    // Every core: one would be kept for the person who watches, and where there are two that is half of them.
    maxWorkers: '100%',
  },
})
