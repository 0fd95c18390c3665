import fs from 'node:fs'
import path from 'node:path'
import { writeSafely } from './safe-file.ts'

/** A word of a desktop file's `Exec`, with the signs that mean something there made plain. */
const quoted = (word: string): string => `"${word.replaceAll(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`

/** The desktop file that starts the app with the session (freedesktop.org, Autostart). */
export const autostartText = (command: readonly string[]): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Mainstay',
    `Exec=${command.map(quoted).join(' ')}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')

export function writeAutostart(file: string, command: readonly string[]): void {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  writeSafely(file, autostartText(command))
}

export const removeAutostart = (file: string): void => fs.rmSync(file, { force: true })
