import { useNavigation } from '../place.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../words.tsx'

/** In place of a retainer that was deleted, or whose making was undone while its page was open. */
export function Gone() {
  const { t } = useWords()
  const { go } = useNavigation()
  const back = <Button onPress={() => go({ name: 'retainers' })}>{t('retainers.page.goneBack')}</Button>
  return (
    <EmptyState title={t('retainers.page.gone')} actions={back}>
      {t('retainers.page.goneWords')}
    </EmptyState>
  )
}
