import { lazy, Suspense, useState } from 'react'
import { refusalText } from '#shared/i18n/problems.ts'
import type { DataOffer } from '#shared/keeping.ts'
import { useAsks } from '../../asks.ts'
import { bridge } from '../../bridge.ts'
import { showToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'

const RestoreFile = lazy(async () => ({ default: (await import('./restore-file.tsx')).RestoreFile }))

/** Everything as one file, out and back in, from the menu or from Settings. Once in a window, beside its places. */
export function EverythingPlace() {
  const { t, format } = useWords()
  const [offer, setOffer] = useState<DataOffer | null>(null)
  const writeOut = async (): Promise<void> => {
    const outcome = await bridge().exportEverything()
    if (!outcome.ok) return void showToast({ text: refusalText(t, format, outcome.refusal), tone: 'refused' })
    if (!outcome.value) return
    const { name, records } = outcome.value
    showToast({ text: t('keeping.everything.exported', { file: name, count: records }) })
  }
  const readBack = async (): Promise<void> => {
    const outcome = await bridge().chooseEverything()
    if (!outcome.ok) return void showToast({ text: refusalText(t, format, outcome.refusal), tone: 'refused' })
    if (outcome.value) setOffer(outcome.value)
  }
  useAsks(({ what }) => {
    if (what === 'exportAll') void writeOut()
    if (what === 'readBack') void readBack()
  })
  return offer ? (
    <Suspense>
      <RestoreFile key={offer.token} offer={offer} onClose={() => setOffer(null)} />
    </Suspense>
  ) : null
}
