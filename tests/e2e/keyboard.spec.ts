import { expect, test } from './app.ts'
import { Face, places } from './pages/face.ts'

test('every place is reached with Tab and with Alt and a digit, and the focus is seen', async ({ mainstay }) => {
  const { page } = await mainstay.start({ sample: true })
  const face = new Face(page)
  await face.arrived('today')

  await test.step('Tab goes through the rail, with a ring', async () => {
    await page.getByRole('button', { name: 'Mainstay, go to Today' }).focus()
    const seen: string[] = []
    for (let step = 0; step < 20 && !seen.includes('Settings'); step++) {
      await page.keyboard.press('Tab')
      const focus = await page.evaluate(() => {
        const element = document.activeElement
        if (!element) return null
        // A field draws its ring around its frame.
        const rings = [element, element.parentElement]
        const isRinged = rings.some((each) => {
          if (!each) return false
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each)
          return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
        })
        return { name: element.getAttribute('aria-label') ?? '', isRinged }
      })
      expect(focus?.isRinged, `the focus on ${focus?.name}`).toBe(true)
      seen.push(focus?.name ?? '')
    }
    expect(seen.slice(-8)).toEqual([
      'Today',
      'Time',
      'Clients',
      'Retainers',
      'Income',
      'Billing',
      'Close the month',
      'Settings',
    ])
    await page.keyboard.press('Enter')
    await face.arrived('settings')
  })

  await test.step('Alt and a digit', async () => {
    for (const [index, place] of places.slice(0, 6).entries()) {
      await page.keyboard.press(`Alt+Digit${index + 1}`)
      await face.arrived(place)
      // Its name is read, at the first look too, when the place itself is yet to be fetched.
      if (place !== 'today') await expect(page.getByRole('heading', { level: 1 }), place).toBeFocused()
    }
    await page.keyboard.press('Alt+ArrowLeft')
    await face.arrived('income')
  })

  await test.step('nothing moves where the system wants no motion, and colours of the system keep what matters', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' })
    for (const place of ['today', 'income', 'retainers'] as const) {
      await face.go(place)
      expect.soft(await page.evaluate(moving), place).toEqual([])
    }
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog')
    await expect(palette).toBeVisible()
    expect.soft(await page.evaluate(moving), 'the palette').toEqual([])
    await page.keyboard.press('Escape')
    await expect(palette).toHaveCount(0)
    await face.rail('today').focus()
    await page.keyboard.press('Tab')
    const ring = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body)
      return { outlineStyle, isSeen: Number.parseFloat(outlineWidth) >= 2 }
    })
    expect(ring).toEqual({ outlineStyle: 'solid', isSeen: true })
    await page.emulateMedia({ reducedMotion: null, forcedColors: null })
  })
})

/** What would still move: by its class, the longest of its transitions and animations in seconds. */
function moving(): string[] {
  const longest = (times: string): number => Math.max(...times.split(',').map((time) => Number.parseFloat(time)))
  return [...document.querySelectorAll('body *')].flatMap((element) => {
    const { transitionDuration, animationDuration, animationName } = getComputedStyle(element)
    const time = Math.max(longest(transitionDuration), animationName === 'none' ? 0 : longest(animationDuration))
    return time > 0.001 ? [`${element.tagName} ${element.getAttribute('class') ?? ''} ${time}`] : []
  })
}
