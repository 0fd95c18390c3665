import type { Page } from '@playwright/test'

/** What does not fit: the page itself, and texts that are cut off without a sign that they are. */
export const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    for (const root of [document.documentElement, document.querySelector('main')])
      if (root && root.scrollWidth > root.clientWidth)
        found.push(`${root.tagName} ${root.scrollWidth} in ${root.clientWidth}`)
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const hasText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      )
      if (!hasText || element.clientWidth === 0 || !element.checkVisibility()) continue
      const { textOverflow, clipPath, clip, position } = getComputedStyle(element)
      const isOnlyHeard = position === 'absolute' && (clipPath !== 'none' || clip !== 'auto')
      const parents = element.closest('.visually-hidden, [data-live-announcer]')
      if (isOnlyHeard || parents || textOverflow === 'ellipsis') continue
      if (element.scrollWidth > element.clientWidth + 1)
        found.push(`“${element.textContent}” ${element.scrollWidth} in ${element.clientWidth} (${element.className})`)
    }
    return found
  })
