import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication } from '@playwright/test'

const root = path.resolve(import.meta.dirname, '../..')
/** Ignored by git: some hundred megabytes, and no two machines draw letters alike. */
const folder = path.join(root, 'pictures')
export const NOW = path.join(folder, 'now')
export const KEPT = path.join(folder, 'kept')
/** In git: how each looked from afar, which all machines agree on. */
const SEEN = path.join(root, 'tests/pictures/seen.json')

const WIDTH = 16
const HEIGHT = 10
/** So far apart, of 255, is a pixel another one; and so many of them are no mere edge of a letter. */
const OTHER_PIXEL = 32
const OTHER_PIXELS = 20
/** Of 16 steps of light: less is another machine's way of drawing letters. */
const TOLERANCE = 2

/** How light a picture is, in a grid of 16 by 10, a hexadecimal figure each. */
export async function lookOf(electron: ElectronApplication, picture: Buffer): Promise<string> {
  return electron.evaluate(
    ({ nativeImage }, { base64, width, height }) => {
      const small = nativeImage
        .createFromBuffer(Buffer.from(base64, 'base64'))
        .resize({ width, height, quality: 'best' })
        .toBitmap({ scaleFactor: 1 })
      return Array.from({ length: width * height }, (_, at) => {
        const [blue = 0, green = 0, red = 0] = small.subarray(at * 4, at * 4 + 3)
        return Math.floor((0.3 * red + 0.59 * green + 0.11 * blue) / 16).toString(16)
      }).join('')
    },
    { base64: picture.toString('base64'), width: WIDTH, height: HEIGHT },
  )
}

/** Whether a picture is another than the one that was kept under its name; null where none was. */
export async function isChanged(electron: ElectronApplication, name: string, picture: Buffer): Promise<boolean | null> {
  const file = path.join(KEPT, `${name}.png`)
  if (!existsSync(file)) return null
  const kept = readFileSync(file)
  if (kept.equals(picture)) return false
  return electron.evaluate(
    ({ nativeImage }, { pictures, far, most }) => {
      const [one, other] = pictures.map((base64) =>
        nativeImage.createFromBuffer(Buffer.from(base64, 'base64')).toBitmap({ scaleFactor: 1 }),
      )
      if (!one || one.length !== other?.length) return true
      let pixels = 0
      for (let at = 0; at < one.length && pixels <= most; at += 4)
        if ([0, 1, 2].some((channel) => Math.abs((one[at + channel] ?? 0) - (other[at + channel] ?? 0)) > far))
          pixels += 1
      return pixels > most
    },
    { pictures: [kept, picture].map((each) => each.toString('base64')), far: OTHER_PIXEL, most: OTHER_PIXELS },
  )
}

type Seen = Record<string, string>
const readSeen = (): Seen => (existsSync(SEEN) ? (JSON.parse(readFileSync(SEEN, 'utf8')) as Seen) : {})

const isOther = (one: string, other: string): boolean =>
  Array.from(one).some(
    (step, at) => Math.abs(Number.parseInt(step, 16) - Number.parseInt(other[at] ?? '0', 16)) >= TOLERANCE,
  )

export function emptyNow(): void {
  rmSync(NOW, { recursive: true, force: true })
  mkdirSync(NOW, { recursive: true })
}

export interface Compared {
  readonly changed: readonly string[]
  readonly added: readonly string[]
  readonly gone: readonly string[]
  /** Which look otherwise from afar than those that git knows. */
  readonly apart: readonly string[]
}

/**
 * What is made now against what was kept on this machine, and against what git knows, from afar.
 * @param others those that are another picture than the one that was kept
 */
export function compared(looks: Readonly<Seen>, others: readonly string[]): Compared {
  const names = Object.keys(looks)
  const kept = existsSync(KEPT) ? readdirSync(KEPT).map((file) => path.basename(file, '.png')) : []
  const seen = readSeen()
  return {
    changed: others,
    added: names.filter((name) => !kept.includes(name)),
    gone: kept.filter((name) => !names.includes(name)),
    apart: names.filter((name) => {
      const before = seen[name]
      return before !== undefined && isOther(looks[name] ?? '', before)
    }),
  }
}

/** `pictures/index.html`: what changed, before and after side by side. @returns the file */
export function writeIndex({ changed, added, gone, apart }: Compared, looks: Readonly<Seen>): string {
  const image = (from: 'now' | 'kept', name: string): string =>
    `<figure><img loading="lazy" width="640" src="${from}/${encodeURIComponent(name)}.png"><figcaption>${from}</figcaption></figure>`
  const part = (title: string, names: readonly string[], images: (name: string) => string): string =>
    names.length === 0
      ? ''
      : `<h2>${title}: ${names.length}</h2>${names.map((name) => `<h3>${name}</h3><div>${images(name)}</div>`).join('')}`
  const html = `<!doctype html><meta charset="utf-8"><title>Pictures</title>
<style>body{font:14px system-ui;margin:24px}div{display:flex;gap:16px}figure{margin:0}img{border:1px solid #ccc}</style>
${part('Changed', changed, (name) => image('kept', name) + image('now', name))}
${part('Look otherwise than those that git knows', apart, (name) => image('now', name))}
${part('New', added, (name) => image('now', name))}
${part('Gone', gone, (name) => image('kept', name))}
${changed.length + apart.length + added.length + gone.length === 0 ? '<p>Nothing changed.</p>' : ''}`
  const file = path.join(folder, 'index.html')
  writeFileSync(file, html)
  writeFileSync(path.join(folder, 'looks.json'), JSON.stringify(looks))
  return file
}
