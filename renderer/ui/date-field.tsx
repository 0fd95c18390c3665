import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import { parseDate } from '@internationalized/date'
import { Button } from 'react-aria-components/Button'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
} from 'react-aria-components/Calendar'
import { DatePicker, DateInput, DateSegment, Group, Popover } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { cx } from './cx.ts'
import { FieldLabel, FieldNotes, LockSign, fieldClass, useFieldState } from './field.tsx'
import type { FieldBasics } from './field.tsx'
import { defined } from '#shared/kernel/defined.ts'
import { Icon } from './icon.tsx'
import css from './date-field.module.css'
import button from './button.module.css'
import field from './field.module.css'
import menu from './menu.module.css'

interface DateFieldProps extends FieldBasics {
  /** A day as `YYYY-MM-DD`, or null while there is none. */
  value: string | null
  onChange: (day: string | null) => void
  /** First and last day that can be chosen, as `YYYY-MM-DD`. */
  min?: string | undefined
  max?: string | undefined
  /** The day the calendar opens on while there is no value. */
  startFrom?: string | undefined
}

/** A calendar day, in the order and with the first weekday of the reader's locale (from I18nProvider). */
export function DateField(props: DateFieldProps) {
  const { label, labelPlacement, hint, error, locked, was, width, className, value, onChange, ...rest } = props
  const state = useFieldState(props)
  const { min, max, startFrom, ...picker } = rest
  return (
    <DatePicker
      {...defined({
        ...picker,
        minValue: min === undefined ? undefined : parseDate(min),
        maxValue: max === undefined ? undefined : parseDate(max),
        placeholderValue: startFrom === undefined ? undefined : parseDate(startFrom),
      })}
      value={value === null ? null : parseDate(value)}
      onChange={(day) => onChange(day === null ? null : day.toString())}
      validationBehavior="aria"
      shouldForceLeadingZeros
      {...state}
      isReadOnly={locked !== undefined}
      className={cx(fieldClass({ labelPlacement, className }), locked !== undefined && field.locked)}
    >
      <FieldLabel label={label} labelPlacement={labelPlacement} />
      <Group className={cx(field.frame)} {...defined({ style: width === undefined ? undefined : { width } })}>
        <DateInput className={cx(css.segments)}>
          {(segment) => <DateSegment segment={segment} className={cx(css.segment)} />}
        </DateInput>
        {locked === undefined ? (
          <Button className={cx(field.open)}>
            <Icon of={CalendarDays} size={14} />
          </Button>
        ) : (
          <LockSign />
        )}
      </Group>
      <FieldNotes hint={hint} error={error} locked={locked} was={was} />
      <Popover className={cx(menu.panel, css.panel)} offset={4} data-surface="raised">
        <Dialog className={cx(css.dialog)}>
          <Calendar>
            <header className={cx(css.head)}>
              <Button slot="previous" className={cx(button.button, button.quiet, button.small, button.iconOnly)}>
                <Icon of={ChevronLeft} size={14} />
              </Button>
              <CalendarHeading className={cx(css.heading)} />
              <Button slot="next" className={cx(button.button, button.quiet, button.small, button.iconOnly)}>
                <Icon of={ChevronRight} size={14} />
              </Button>
            </header>
            <CalendarGrid className={cx(css.grid)} weekdayStyle="short">
              <CalendarGridHeader>
                {(day) => <CalendarHeaderCell className={cx(css.weekday)}>{day}</CalendarHeaderCell>}
              </CalendarGridHeader>
              <CalendarGridBody>{(day) => <CalendarCell date={day} className={cx(css.day)} />}</CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  )
}
