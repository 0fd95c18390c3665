import { useEffect, useState, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import type { FindBy, Lost } from '#shared/ipc.ts'
import { bridge } from '../bridge.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Notice } from '../ui/notice.tsx'
import { Statement } from '../ui/statement.tsx'
import { useWords, WordsProvider } from '../words.tsx'
import css from './lost-data.module.css'

/** In place of everything, where the data is not where it was: nothing has been written, and nothing is before an answer. */
export function LostData({ lost }: { lost: Lost }) {
  const { language, theme } = lost
  useEffect(() => {
    document.documentElement.dataset.theme = theme
    document.documentElement.lang = language
  }, [language, theme])
  return (
    <WordsProvider language={language}>
      <I18nProvider locale={language === 'it' ? 'it-IT' : 'en-GB'}>
        <Question first={lost} />
      </I18nProvider>
    </WordsProvider>
  )
}

const bold = { b: (chunks: ReactNode) => <b>{chunks}</b> }

function Question({ first }: { first: Lost }) {
  const { t } = useWords()
  const [lost, setLost] = useState(first)
  const [asked, setAsked] = useState<{ by: FindBy; isDone: boolean } | null>(null)
  const find = async (by: FindBy): Promise<void> => {
    setAsked({ by, isDone: false })
    const still = await bridge().findData({ by })
    // Where it was found, the app takes the place of all this.
    if (!still) return
    setLost(still)
    setAsked({ by, isDone: true })
  }
  const button = (by: FindBy, label: string, variant: 'primary' | 'default' | 'quiet') => (
    <Button variant={variant} isPending={asked?.by === by && !asked.isDone} onPress={() => void find(by)}>
      {label}
    </Button>
  )
  return (
    <main className={cx(css.page)} data-surface="sheet">
      <div className={cx(css.column)}>
        <Statement as="h1">{t.rich('app.lost.title', bold)}</Statement>
        <p className={cx(css.folder)}>{lost.folder}</p>
        <p className={cx(css.text)}>{t('app.lost.text')}</p>
        {lost.noneIn === null ? null : (
          <Notice tone="fault" isUrgent>
            {t('app.lost.noneIn', { folder: lost.noneIn })}
          </Notice>
        )}
        {asked?.by === 'again' && asked.isDone ? (
          <Notice tone="fault" isUrgent>
            {t('app.lost.still')}
          </Notice>
        ) : null}
        <div className={cx(css.deeds)}>
          {button('again', t('app.lost.again'), 'primary')}
          {lost.canChoose ? button('choose', t('app.lost.choose'), 'default') : null}
          {button('anew', t('app.lost.anew'), 'quiet')}
        </div>
        <p className={cx(css.foot)}>{t('app.lost.anewMeans')}</p>
      </div>
    </main>
  )
}
