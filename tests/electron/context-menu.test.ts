import { expect, test, vi } from 'vitest'
import { contextMenuTemplate } from '#electron/context-menu.ts'
import { translator } from '#shared/i18n/languages.ts'

vi.mock('electron', () => ({ BrowserWindow: {}, Menu: {}, app: {} }))

const editFlags = { canCut: false, canCopy: true, canPaste: true, canUndo: true, canRedo: false, canSelectAll: true }
const field = {
  isEditable: true,
  selectionText: '',
  misspelledWord: '',
  dictionarySuggestions: [] as string[],
  editFlags,
}
const menu = (asked: Partial<typeof field>, spelling = { replace: vi.fn(), learn: vi.fn() }) =>
  contextMenuTemplate(translator('it'), { ...field, ...asked } as never, spelling)
const labels = (asked: Parameters<typeof menu>[0]) => menu(asked).flatMap(({ label }) => label ?? [])

test('a field has what can be done in it, in the language of the app', () => {
  expect(labels({})).toEqual(['Annulla', 'Ripeti', 'Taglia', 'Copia', 'Incolla', 'Seleziona tutto'])
  expect(
    menu({})
      .filter(({ enabled }) => enabled === false)
      .map(({ role }) => role),
  ).toEqual(['redo', 'cut'])
})

test('a word that is not known has others beside it, five at most, and can be learned', () => {
  const spelling = { replace: vi.fn(), learn: vi.fn() }
  const words = ['uno', 'due', 'tre', 'quattro', 'cinque', 'sei']
  const asked = { misspelledWord: 'unno', dictionarySuggestions: words }
  expect(labels(asked).slice(0, 7)).toEqual([...words.slice(0, 5), 'Impara «unno»', 'Annulla'])
  const items = menu(asked, spelling)
  const click = (label: string): void => {
    const item = items.find((each) => each.label === label)
    ;(item?.click as (() => void) | undefined)?.()
  }
  click('due')
  click('Impara «unno»')
  expect(spelling.replace).toHaveBeenCalledWith('due')
  expect(spelling.learn).toHaveBeenCalledWith('unno')
  expect(labels({ misspelledWord: 'xyz' })[0]).toBe('Nessun suggerimento')
})

test('elsewhere words that are marked can be copied, and there is no menu without them', () => {
  expect(labels({ isEditable: false, selectionText: 'Harbour' })).toEqual(['Copia'])
  expect(labels({ isEditable: false, selectionText: ' ' })).toEqual([])
})
