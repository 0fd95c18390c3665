/** How the launcher talks: one line a step, and one line that moves (or a few that do not) for a long download. */

/** @typedef {{ write(text: string): unknown, isTTY?: boolean }} Out */

/**
 * One line about what happens now.
 * @param {string} line
 * @param {Out} [out]
 */
export function say(line, out = process.stdout) {
  out.write(`${line}\n`)
}

/** @param {number} bytes */
const megabytes = (bytes) => `${Math.round(bytes / 1_000_000)} MB`

/**
 * @param {string} what
 * @param {number} bytes
 * @param {number | null} total
 */
function amount(what, bytes, total) {
  if (total === null) return `${what}: ${megabytes(bytes)}`
  const seen = Math.min(bytes, total)
  return `${what}: ${megabytes(seen)} of ${megabytes(total)} (${Math.floor((seen / total) * 100)} %)`
}

/**
 * Shows how far a long job is. On a terminal one line is rewritten; in a log, where every rewrite would be a line of its own,
 * a line is printed only at each quarter, or every 25 MB when the whole is not known.
 * @param {string} what
 * @param {number | null} total in bytes, null when unknown
 * @param {Out} [out]
 */
export function progress(what, total, out = process.stdout) {
  const stride = total === null ? 25_000_000 : total / 4
  let shown = ''
  let strides = 0
  return {
    /** @param {number} bytes done so far, from the beginning */
    update(bytes) {
      const text = amount(what, bytes, total)
      if (out.isTTY) {
        if (text !== shown) out.write(`\r\u001b[2K${text}`)
        shown = text
      } else if (Math.floor(bytes / stride) > strides) {
        strides = Math.floor(bytes / stride)
        if (text !== shown) say(text, out)
        shown = text
      }
    },
    /** Ends the moving line, so that what follows starts on a line of its own. */
    end() {
      if (out.isTTY && shown) out.write('\n')
    },
  }
}
