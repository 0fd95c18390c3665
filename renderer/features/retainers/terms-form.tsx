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
import { spanOf, still } from './still.ts'
import type { Editor } from './use-editor.ts'

export interface ClauseProps {
  editor: Editor
  /** Saving was tried: what is wrong is said at every field. */
  isChecked: boolean
}

interface TermsFormProps extends ClauseProps {
  errors: { readonly name?: string | undefined; readonly startsOn?: string | undefined }
}

const StillBasisClause = still(BasisClause, ['basis'])
const StillPeriodClause = still(PeriodClause, ['every', 'anchor', 'startsOn'])
const StillStartClauses = still(StartClauses, ['startsOn', 'proration', 'every'], spanOf)
const StillEndClauses = still(EndClauses, ['periods', 'atEnd', 'leadsTo', 'noticeDays', 'every'], spanOf)
const StillUnusedClause = still(UnusedClause, ['basis', 'unused', 'cap', 'every'])
const StillPastClause = still(PastClause, ['basis', 'policy', 'rate', 'unitRate', 'every'], ({ draft, last }) =>
  // Of deliverables one more costs what each of the agreed ones does.
  draft.basis === 'deliverables' && last ? [last.basis, last.overage, last.listRate] : null,
)
const StillPerksClause = still(PerksClause, ['perks'])
const StillRoundingClause = still(RoundingClause, ['rounding'])
const StillAlertsClause = still(AlertsClause, ['alerts'])
const StillAppliesClause = still(AppliesClause, ['from'])

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
      <StillBasisClause editor={editor} />
      <AmountClause {...clause} />
      <StillPeriodClause editor={editor} />
      <StillStartClauses {...clause} error={errors.startsOn} />
      <AdoptClause editor={editor} />
      <StillEndClauses {...clause} />
      {draft.basis === 'access' ? null : (
        <>
          <StillUnusedClause {...clause} />
          <StillPastClause {...clause} />
        </>
      )}
      <StillPerksClause {...clause} />
      {draft.basis === 'hours' ? <StillRoundingClause {...clause} /> : null}
      {draft.basis === 'access' ? null : <StillAlertsClause {...clause} />}
      <StillAppliesClause editor={editor} />
    </>
  )
}
