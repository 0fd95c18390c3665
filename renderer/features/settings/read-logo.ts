/** As large as it is drawn on paper, at twice the density of a screen. */
const [WIDTH, HEIGHT] = [480, 144]
/** What a record bears: model/preferences.ts has the same as its limit. */
const MOST = 140_000

/**
 * A picture of the user's as a small PNG, as a data address: never enlarged, made smaller until it is small enough. Null
 * where the file is no picture.
 */
export async function readLogo(file: File): Promise<string | null> {
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return null
  let scale = Math.min(1, WIDTH / picture.width, HEIGHT / picture.height)
  for (;;) {
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const address = canvas.toDataURL('image/png')
    if (address.length <= MOST) return address
    scale *= 0.7
  }
}
