import { describe, expect, test, vi } from 'vitest'
import type { MenuItemConstructorOptions } from 'electron'
import { menuTemplate } from '#electron/menu.ts'
import { translator } from '#shared/i18n/languages.ts'

const actionsOf = () => ({ ask: vi.fn(), mini: vi.fn(), print: vi.fn(), quit: vi.fn(), showData: vi.fn() })
const allOf = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? allOf(item.submenu) : [])])
const menu = (language: 'en' | 'it', isMac: boolean, actions = actionsOf()) =>
  menuTemplate(translator(language), isMac, actions)

describe.each([true, false])('the menu (macOS: %s)', (isMac) => {
  test('has a label of ours for all that the system would write in English', () => {
    for (const item of allOf(menu('it', isMac))) expect(item.type === 'separator' || Boolean(item.label)).toBe(true)
  })

  test('says each thing once', () => {
    const labels = allOf(menu('en', isMac)).flatMap(({ label }) => label ?? [])
    expect(labels).toEqual([...new Set(labels)])
    const keys = allOf(menu('en', isMac)).flatMap(({ accelerator }) => accelerator ?? [])
    expect(keys).toEqual([...new Set(keys)])
  })

  test('speaks both languages throughout', () => {
    const [english, italian] = (['en', 'it'] as const).map((language) => allOf(menu(language, isMac)))
    const same = english?.filter((item, index) => item.label && item.label === italian?.[index]?.label)
    expect(same?.map(({ label }) => label).filter((label) => label !== 'Mainstay')).toEqual(['File'])
  })

  test.each([
    ['Import…', 'import'],
    ['Undo', 'undo'],
    ['Redo', 'redo'],
    ['Settings…', 'settings'],
    ['Go to or do anything…', 'palette'],
    ['First steps', 'guide'],
    ['Keys…', 'shortcuts'],
    ['What is new…', 'news'],
  ])('asks the window for %s', (label, what) => {
    const actions = actionsOf()
    const item = allOf(menu('en', isMac, actions)).find((each) => each.label === label)
    ;(item?.click as (() => void) | undefined)?.()
    expect(actions.ask).toHaveBeenCalledWith(what)
  })

  test('leaves the editing keys to the system', () => {
    const roles = allOf(menu('en', isMac)).flatMap(({ role }) => role ?? [])
    expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'minimize', 'close']))
    expect(roles).not.toContain('undo')
    expect(roles).not.toContain('reload')
  })
})
