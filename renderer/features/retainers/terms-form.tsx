import { useWords } from '../../words.tsx'
import { FieldRow } from '../../ui/field.tsx'
import { NameField } from '../../parts/name-field.tsx'
import { AdoptClause } from './adopt-clause.tsx'
import { AppliesClause } from './applies-clause.tsx'
import { BasisClause, PeriodClause } from './basis-clause.tsx'
import { ClientClause, useNeedsName } from './client-clause.tsx'
import { EndClauses } from './end-clauses.tsx'
import { AmountClause, StartClauses } from './time-clauses.tsx'
import { PerksClause } from './perks-clause.tsx'
import { PastClause, UnusedClause } from './rule-clauses.tsx'
import { AlertsClause, RoundingClause } from './small-clauses.tsx'
import type { Editor } from './use-editor.ts'

export interface ClauseProps {
  editor: Editor
  /** Saving was tried: what is wrong is said at every field. */
  isChecked: boolean
}

interface TermsFormProps extends ClauseProps {
  errors: { readonly name?: string | undefined; readonly startsOn?: string | undefined }
}

/** The terms, a clause a line: only choices that exist, and of them only those that the others leave open. */
export function TermsForm({ editor, isChecked, errors }: TermsFormProps) {
  const { t } = useWords()
  const clause = { editor, isChecked }
  const { draft, change, base } = editor
  return (
    <>
      {base ? null : <ClientClause {...clause} nameError={errors.name} />}
      {useNeedsName(editor) ? (
        <FieldRow label={t('retainers.editor.name')} hint={t('retainers.editor.nameHint')}>
          <NameField
            label={t('retainers.editor.name')}
            labelPlacement="hidden"
            value={draft.name}
            before={base?.name}
            onChange={(name) => change({ name })}
            width={232}
          />
        </FieldRow>
      ) : null}
      <BasisClause editor={editor} />
      <AmountClause {...clause} />
      <PeriodClause editor={editor} />
      <StartClauses {...clause} error={errors.startsOn} />
      <AdoptClause editor={editor} />
      <EndClauses {...clause} />
      {draft.basis === 'access' ? null : (
        <>
          <UnusedClause {...clause} />
          <PastClause {...clause} />
        </>
      )}
      <PerksClause {...clause} />
      {draft.basis === 'hours' ? <RoundingClause {...clause} /> : null}
      {draft.basis === 'access' ? null : <AlertsClause {...clause} />}
      <AppliesClause editor={editor} />
    </>
  )
}
