import { atStart } from '#shared/i18n/at-start.ts'
import { ask } from '../../asks.ts'
import { bridge } from '../../bridge.ts'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useSettings, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'

/** An empty workspace: what will be here, and how it begins. */
export function FirstSteps() {
  const { t, format } = useWords()
  const { go } = useNavigation()
  const { sample } = useSettings()
  const client = (chunks: React.ReactNode) => (
    <LinkButton onPress={() => go({ name: 'clients', making: true })}>{chunks}</LinkButton>
  )
  return (
    <>
      <PageHead title={atStart(format.day(useToday(), 'full'))} />
      <EmptyState
        title={t('today.first.title')}
        actions={
          <>
            <Button variant="primary" onPress={() => go({ name: 'guide' })}>
              {t('today.first.guide')}
            </Button>
            {sample ? null : <Button onPress={() => void bridge().showSample()}>{t('today.first.sample')}</Button>}
            <Button onPress={() => ask('import')}>{t('today.first.import')}</Button>
          </>
        }
      >
        <p>{t('today.first.text')}</p>
        <p>{t.rich('today.first.ways', { client })}</p>
      </EmptyState>
    </>
  )
}
