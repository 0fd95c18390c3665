import {
  BrowserWindow,
  Menu,
  app,
  type ContextMenuParams,
  type MenuItemConstructorOptions,
  type WebContents,
} from 'electron'
import type { Translator } from '#shared/i18n/translator.ts'

type Item = MenuItemConstructorOptions
const line: Item = { type: 'separator' }
/** More of them are no help. */
const MOST_SUGGESTIONS = 5

interface Spelling {
  readonly replace: (word: string) => void
  readonly learn: (word: string) => void
}

/** What is asked of the page, of all that Chromium tells of it. */
type Asked = Pick<
  ContextMenuParams,
  'isEditable' | 'selectionText' | 'misspelledWord' | 'dictionarySuggestions' | 'editFlags'
>

/** The menu of a field, or of words that are marked; nothing where there is nothing to do. */
export function contextMenuTemplate(t: Translator, asked: Asked, { replace, learn }: Spelling): Item[] {
  const { isEditable, selectionText, misspelledWord, dictionarySuggestions, editFlags } = asked
  const copy: Item = { label: t('shell.menu.copy'), role: 'copy', enabled: editFlags.canCopy }
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy]
  const suggestions = dictionarySuggestions
    .slice(0, MOST_SUGGESTIONS)
    .map((word): Item => ({ label: word, click: () => replace(word) }))
  const spelling: Item[] =
    misspelledWord === ''
      ? []
      : [
          ...(suggestions.length === 0 ? [{ label: t('shell.menu.noSuggestion'), enabled: false }] : suggestions),
          { label: t('shell.menu.learn', { word: misspelledWord }), click: () => learn(misspelledWord) },
          line,
        ]
  return [
    ...spelling,
    { label: t('app.undo'), role: 'undo', enabled: editFlags.canUndo },
    { label: t('app.redo'), role: 'redo', enabled: editFlags.canRedo },
    line,
    { label: t('shell.menu.cut'), role: 'cut', enabled: editFlags.canCut },
    copy,
    { label: t('shell.menu.paste'), role: 'paste', enabled: editFlags.canPaste },
    line,
    { label: t('shell.menu.selectAll'), role: 'selectAll', enabled: editFlags.canSelectAll },
  ]
}

/** From now on every window has it. A menu that the page makes itself is none of Chromium's, and comes alone. */
export function offerContextMenus(t: () => Translator): void {
  const offer = (page: WebContents): void =>
    void page.on('context-menu', (_event, asked) => {
      const template = contextMenuTemplate(t(), asked, {
        replace: (word) => page.replaceMisspelling(word),
        learn: (word) => void page.session.addWordToSpellCheckerDictionary(word),
      })
      const window = BrowserWindow.fromWebContents(page)
      if (template.length > 0 && window) Menu.buildFromTemplate(template).popup({ window })
    })
  for (const window of BrowserWindow.getAllWindows()) offer(window.webContents)
  app.on('browser-window-created', (_event, window) => offer(window.webContents))
}
