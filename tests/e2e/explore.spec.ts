import { execFileSync } from 'node:child_process'
import { test } from './app.ts'
const x = (...a: string[]) => { try { return execFileSync('xdotool', a).toString() } catch (e) { return String(e) } }
test('explore', async ({ mainstay }) => {
  const { page, electron } = await mainstay.start({ sample: true })
  await page.getByRole('heading', { level: 1 }).waitFor()
  const w = x('search', '--onlyvisible', '--class', 'trayer').trim()
  console.log('trayer', w, w.split('\n').map((i) => x('getwindowgeometry', i)))
  console.log('all', x('search', '--name', '.*').split('\n').map((i) => i && x('getwindowname', i).trim() + ' ' + x('getwindowgeometry', i).replace(/\n/g, ' ')).join('\n'))
  x('mousemove', '14', '14', 'click', '3')
  await page.waitForTimeout(1500)
  console.log('all', x('search', '--onlyvisible', '--name', '.*').split('\n').map((i) => i && x('getwindowname', i).trim() + ' ' + x('getwindowgeometry', i).replace(/\n/g, ' ')).join('\n'))
  try { execFileSync('import', ['-window', 'root', '/tmp/ex/tray.png']) } catch (e) { console.log(String(e)) }
  x('key', 'Escape')
})
