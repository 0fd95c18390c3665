import { atStart } from '#shared/i18n/at-start.ts'
import { ask } from '../../asks.ts'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'

/** An empty workspace: what will be here, and how it begins. */
export function FirstSteps() {
  const { t, format } = useWords()
  const { go } = useNavigation()
  return (
    <>
      <PageHead title={atStart(format.day(useToday(), 'full'))} />
      <EmptyState
        title={t('today.first.title')}
        actions={
          <>
            <Button variant="primary" onPress={() => go({ name: 'clients', making: true })}>
              {t('today.first.client')}
            </Button>
            <Button onPress={() => ask('import')}>{t('today.first.import')}</Button>
          </>
        }
      >
        {t('today.first.text')}
      </EmptyState>
    </>
  )
}
