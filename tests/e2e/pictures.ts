import { writeFile } from 'node:fs/promises'
import type { TestInfo } from '@playwright/test'

/** Keeps a picture beside the test's results and in its report, also when the test passes. */
export async function keepPicture(testInfo: TestInfo, name: string, picture: Buffer): Promise<void> {
  const path = testInfo.outputPath(`${name}.png`)
  await writeFile(path, picture)
  await testInfo.attach(name, { path, contentType: 'image/png' })
}
