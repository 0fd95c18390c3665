import { BookMarked, Save, Trash2 } from 'lucide-react'
import type { Language } from '#shared/model/quantities.ts'
import type { KeptText } from '#shared/model/proposal.ts'
import { MoreMenu } from '../../ui/menu.tsx'
import { useExecute, usePreferences } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'

interface KeptTextsProps {
  place: KeptText['place']
  language: Language
  /** Of the field that it belongs to. */
  label: string
  /** What is there now; without a name the text's own beginning is it. */
  name?: string
  text: string
  onUse: (kept: KeptText) => void
}

const SHOWN = 40

/** Texts that the user keeps for a place of a document: one is put there, this one is kept, another is forgotten. */
export function KeptTexts({ place, language, label, name = '', text, onUse }: KeptTextsProps) {
  const { t } = useWords()
  const execute = useExecute()
  const { texts } = usePreferences()
  const its = texts.filter((each) => each.place === place && each.language === language)
  const called = name.trim() === '' ? shortened(text) : name.trim()
  const keep = (): void => {
    const others = texts.filter((each) => !(its.includes(each) && each.name === called))
    const kept: KeptText = { id: nextId(texts), place, language, name: called, text: text.trim() }
    void execute('preferences.set', { texts: [...others, kept] }, { done: t('proposal.texts.done', { name: called }) })
  }
  const forget = (which: KeptText): void =>
    void execute(
      'preferences.set',
      { texts: texts.filter((each) => each !== which) },
      { done: t('proposal.texts.forgot', { name: which.name }) },
    )
  const groups = [
    {
      id: 'kept',
      title: t('proposal.texts.kept'),
      entries: its.map((each) => ({
        id: each.id,
        label: shortened(each.name),
        icon: BookMarked,
        onAction: () => onUse(each),
      })),
    },
    {
      id: 'keep',
      entries:
        text.trim() === '' ? [] : [{ id: 'keep', label: t('proposal.texts.keep'), icon: Save, onAction: () => keep() }],
    },
    {
      id: 'forget',
      entries: its.map((each) => ({
        id: `forget ${each.id}`,
        label: t('proposal.texts.forget', { name: shortened(each.name) }),
        icon: Trash2,
        isDanger: true,
        onAction: () => forget(each),
      })),
    },
  ].filter(({ entries }) => entries.length > 0)
  if (groups.length === 0) return null
  return <MoreMenu label={t('proposal.texts.label', { name: label })} groups={groups} />
}

const shortened = (text: string): string => {
  const line = text.trim().replaceAll(/\s+/g, ' ')
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1).trimEnd()}…` : line
}

const nextId = (texts: readonly KeptText[]): string =>
  `text-${Math.max(0, ...texts.map(({ id }) => Number(id.replace('text-', '')) || 0)) + 1}`
