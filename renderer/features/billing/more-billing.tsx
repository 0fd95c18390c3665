import { BookOpenCheck, Landmark } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { readCsv, type Csv } from '#shared/formats/csv.ts'
import { refusalText } from '#shared/i18n/problems.ts'
import { bridge } from '../../bridge.ts'
import { MoreMenu } from '../../ui/menu.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'
import { AccountantDialog } from './accountant-dialog.tsx'

const BankDialog = lazy(async () => ({ default: (await import('./bank-dialog.tsx')).BankDialog }))

type Asked = { readonly what: 'accountant' } | { readonly what: 'bank'; readonly name: string; readonly csv: Csv }

/** What is done with files: the bank's comes in, the accountant's goes out. */
export function MoreBilling() {
  const { t, format } = useWords()
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = (): void => setAsked(null)
  const choose = async (): Promise<void> => {
    const chosen = await bridge().chooseTable()
    if (!chosen.ok) showToast({ text: refusalText(t, format, chosen.refusal), tone: 'refused' })
    if (!chosen.ok || chosen.value === null) return
    const read = readCsv(chosen.value.text)
    if (read.ok) setAsked({ what: 'bank', name: chosen.value.name, csv: read.csv })
    else showToast({ text: t('billing.bank.noTable', { file: chosen.value.name }), tone: 'refused' })
  }
  const entries = [
    { id: 'bank', label: t('billing.bank.choose'), icon: Landmark, onAction: () => void choose() },
    {
      id: 'accountant',
      label: t('billing.accountant.open'),
      icon: BookOpenCheck,
      onAction: () => setAsked({ what: 'accountant' }),
    },
  ]
  return (
    <>
      <MoreMenu label={t('billing.place.more')} groups={[{ id: 'files', entries }]} />
      {asked?.what === 'accountant' ? <AccountantDialog onClose={close} /> : null}
      {asked?.what === 'bank' ? (
        <Suspense>
          <BankDialog name={asked.name} csv={asked.csv} onClose={close} />
        </Suspense>
      ) : null}
    </>
  )
}
