import { useEffect, useEffectEvent } from 'react'
import { refusalText } from '#shared/i18n/problems.ts'
import type { Events } from '#shared/ipc.ts'
import { useAsks } from '../asks.ts'
import { bridge } from '../bridge.ts'
import { useNavigation } from '../place.tsx'
import { showToast } from '../ui/toast.tsx'
import { useWords } from '../words.tsx'
import { deedText } from './deeds.ts'

/** What menus and tray ask of the window. Import is the import's own to hear. */
export function useAsked(): void {
  const { t, format } = useWords()
  const { go } = useNavigation()

  const step = async (which: 'undo' | 'redo'): Promise<unknown> => {
    const outcome = await (which === 'undo' ? bridge().undo({}) : bridge().redo())
    if (!outcome.ok) return showToast({ text: refusalText(t, format, outcome.refusal), tone: 'refused' })
    const what = deedText(t, outcome.value.label)
    const back = which === 'undo' ? ('redo' as const) : ('undo' as const)
    return showToast({
      text: which === 'undo' ? t('app.undone', { what }) : t('app.redone', { what }),
      action: { label: back === 'redo' ? t('app.redo') : t('app.undo'), onAction: () => void step(back) },
    })
  }
  useAsks((asked) => {
    const { what } = asked
    if (what === 'settings') go({ name: 'settings' })
    if (what === 'closeMonth') go({ name: 'close' })
    if (what === 'guide') go({ name: 'guide' })
    if (what === 'today') go({ name: 'today' })
    if (what === 'retainer') go({ name: 'retainer', id: asked.id })
    if (what === 'day') go({ name: 'time', day: asked.day })
    if (what !== 'undo' && what !== 'redo') return
    // In a field the keys are the field's, as long as there is something typed to take back.
    if (isTyping() && document.queryCommandEnabled(what)) document.execCommand(what)
    else void step(what)
  })
  const refused = useEffectEvent(({ refusal }: Events['refused']) =>
    showToast({ text: refusalText(t, format, refusal), tone: 'refused' }),
  )
  useEffect(() => bridge().on('refused', (event) => refused(event)), [])
}

function isTyping(): boolean {
  const { activeElement } = document
  return activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement
}
