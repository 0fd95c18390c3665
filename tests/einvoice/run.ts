import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { eInvoiceFiles } from './set.ts'

/** `npm run einvoice -- DIR` writes one e-invoice of every kind, from the sample workspace, in both formats. */
const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('npm run einvoice -- DIR')
  process.exit(2)
}
for (const [name, text] of eInvoiceFiles()) {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
  console.log(file)
}
