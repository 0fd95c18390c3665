import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { autostartText } from '#electron/storage/autostart.ts'
import { heartbeatIn } from '#electron/storage/heartbeat.ts'

const folder = (): string => mkdtempSync(path.join(tmpdir(), 'mainstay-beat-'))
const beat = { wall: 1000, up: 500, seen: 900, entry: 'a' }

test('the next run reads what the last one wrote, and nothing else is left', () => {
  const at = folder()
  expect(heartbeatIn(at).read()).toBeNull()
  heartbeatIn(at).write(beat)
  heartbeatIn(at).write({ ...beat, wall: 2000 })
  const { boot, read } = heartbeatIn(at)
  expect(read()).toEqual({ ...beat, wall: 2000, boot })
  expect(readdirSync(at)).toEqual(['heartbeat.json'])
})

test.each(['', '{', 'null', '[]', '{"wall":1}', '{"wall":"1","up":1,"seen":1,"boot":"","entry":"a"}', '\0\0'])(
  'what is no heartbeat is none: %j',
  (text) => {
    const at = folder()
    writeFileSync(path.join(at, 'heartbeat.json'), text)
    expect(heartbeatIn(at).read()).toBeNull()
  },
)

test('where nothing can be written the app goes on', () => {
  expect(() => heartbeatIn(path.join(folder(), 'gone')).write(beat)).not.toThrow()
})

test('a program with signs in its path is started as it is called', () => {
  expect(autostartText(['/opt/My "App" $1/100%', '--hidden']).split('\n')).toContain(
    'Exec="/opt/My \\"App\\" \\$1/100%%" "--hidden"',
  )
})
