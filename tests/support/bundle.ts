import path from 'node:path'
import { build } from 'vite'

const root = path.resolve(import.meta.dirname, '../..')

/** Builds a program of the tests into one file that plain Node runs, without Electron. Returns the file. */
export async function bundleForNode(entry: string, outDir: string): Promise<string> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: {
      alias: {
        atomically: path.join(root, 'electron/storage/atomically.ts'),
        electron: path.join(root, 'tests/support/electron.ts'),
      },
    },
    ssr: { noExternal: true },
    build: {
      ssr: path.resolve(root, entry),
      outDir,
      emptyOutDir: false,
      target: 'node18',
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'program.mjs', codeSplitting: false } },
    },
  })
  return path.join(outDir, 'program.mjs')
}
