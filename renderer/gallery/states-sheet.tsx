import { Check, ChevronDown, CircleAlert, LockKeyhole } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icon.tsx'
import css from './gallery.module.css'
import button from '../ui/button.module.css'
import field from '../ui/field.module.css'
import link from '../ui/link.module.css'
import menu from '../ui/menu.module.css'
import segmented from '../ui/segmented.module.css'
import select from '../ui/select.module.css'
import toggles from '../ui/toggles.module.css'

type State = Partial<Record<`data-${string}`, true>>

/** react-aria tells states by attributes; a twin wears them without the pointer. */
const HOVER: State = { 'data-hovered': true }
const FOCUS: State = { 'data-focus-visible': true, 'data-focused': true, 'data-focus-within': true }
const PRESS: State = { 'data-pressed': true, 'data-hovered': true }
const OFF: State = { 'data-disabled': true }
const BUSY: State = { 'data-pending': true }
const HEADS = ['Default', 'Hover', 'Focus', 'Pressed', 'Disabled, locked', 'Error', 'Loading']
const FOUR: readonly State[] = [{}, HOVER, FOCUS, PRESS]

/** Every state of the small parts, side by side. */
export function StatesSheet() {
  return (
    <table className={cx(css.matrix)}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Part</span>
          </th>
          {HEADS.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Line name="Button" cells={[...FOUR, OFF, null, BUSY].map((state) => buttonTwin('Leave', undefined, state))} />
        <Line
          name="Primary"
          cells={[...FOUR, OFF, null, BUSY].map((state) => buttonTwin('Save', button.primary, state))}
        />
        <Line
          name="Quiet"
          cells={[...FOUR, OFF, null, BUSY].map((state) => buttonTwin('Discard', button.quiet, state))}
        />
        <Line
          name="Danger"
          cells={[...FOUR, OFF, null, BUSY].map((state) => buttonTwin('Void', button.danger, state))}
        />
        <Line name="Small" cells={[...FOUR, OFF, null, BUSY].map((state) => buttonTwin('Fill', button.small, state))} />
        <Line
          name="Link"
          cells={[...FOUR, OFF].map((state, index) => (
            <button
              key={index}
              type="button"
              className={cx(link.link, ring(state))}
              disabled={state === OFF}
              {...state}
            >
              Put back
            </button>
          ))}
        />
        <Line
          isTall
          name="Field"
          cells={[
            fieldTwin({}),
            fieldTwin(HOVER),
            fieldTwin(FOCUS),
            null,
            lockedTwin(),
            fieldTwin({}, 'At most 110 h'),
            fieldTwin({}, undefined, 'Working it out…'),
          ]}
        />
        <Line
          isTall
          name="Select"
          cells={[
            selectTwin({}),
            selectTwin(HOVER),
            selectTwin(FOCUS),
            selectTwin(PRESS),
            selectTwin(OFF),
            selectTwin({}, 'Choose one'),
          ]}
        />
        <Line name="Segmented" cells={[...FOUR, OFF].map((state, index) => segmentedTwin(state, index))} />
        <Line
          name="Segmented, chosen"
          cells={FOUR.map((state, index) => segmentedTwin({ ...state, 'data-selected': true }, index))}
        />
        <Line
          name="Box"
          cells={[...FOUR, OFF, { 'data-invalid': true } as State].map((state, index) => boxTwins(state, index))}
        />
        <Line name="Switch" cells={[...FOUR, OFF].map((state, index) => switchTwins(state, index))} />
        <Line name="Menu item" cells={[...FOUR, OFF].map((state, index) => menuTwin(state, index))} />
      </tbody>
    </table>
  )
}

function Line({ name, cells, isTall = false }: { name: string; cells: readonly ReactNode[]; isTall?: boolean }) {
  return (
    <tr className={cx(isTall && css.tall)}>
      <th scope="row">{name}</th>
      {HEADS.map((head, index) => (
        <td key={head}>{cells[index] ?? <span className={cx(css.sr)}>–</span>}</td>
      ))}
    </tr>
  )
}

/** Native focus draws the ring by :focus-visible; a twin needs it drawn. */
const ring = (state: State) => state === FOCUS && css.ring

function buttonTwin(label: string, look: string | undefined, state: State | null) {
  if (state === null) return null
  return (
    <button type="button" className={cx(button.button, look, ring(state))} disabled={state === OFF} {...state}>
      {label}
    </button>
  )
}

function Fault({ children }: { children: string }) {
  return (
    <p className={cx(field.error)}>
      <Icon of={CircleAlert} size={14} />
      <span>{children}</span>
    </p>
  )
}

function fieldTwin(state: State, error?: string, hint?: string) {
  return (
    <div className={cx(field.field)} data-invalid={error === undefined ? undefined : true}>
      <div className={cx(field.frame, field.figures, css.fill)} {...state}>
        <input className={cx(field.input)} aria-label="Included" defaultValue={error === undefined ? '10' : '130'} />
        <span className={cx(field.adornment)}>h</span>
      </div>
      {error === undefined ? null : <Fault>{error}</Fault>}
      {hint === undefined ? null : <p className={cx(field.hint)}>{hint}</p>}
    </div>
  )
}

function lockedTwin() {
  return (
    <div className={cx(field.field, field.locked)}>
      <div className={cx(field.frame, field.figures, css.fill)}>
        <input className={cx(field.input)} aria-label="Used" defaultValue="9:20" readOnly />
        <Icon of={LockKeyhole} size={14} />
      </div>
    </div>
  )
}

function selectTwin(state: State, error?: string) {
  return (
    <div className={cx(field.field)} data-invalid={error === undefined ? undefined : true}>
      <button type="button" className={cx(field.frame, select.select, css.fill)} disabled={state === OFF} {...state}>
        <span className={cx(select.value)}>{error === undefined ? 'Renews' : 'Choose'}</span>
        <Icon of={ChevronDown} />
      </button>
      {error === undefined ? null : <Fault>{error}</Fault>}
    </div>
  )
}

function segmentedTwin(state: State, key: number) {
  const isChosen = state['data-selected'] === true
  return (
    <div key={key} className={cx(segmented.segmented, segmented.small)} aria-disabled={state === OFF}>
      <span className={cx(segmented.segment)} {...state}>
        Day
      </span>
      <span
        className={cx(segmented.segment)}
        {...(isChosen ? {} : { 'data-selected': true })}
        {...(state === OFF ? OFF : {})}
      >
        Week
      </span>
    </div>
  )
}

function boxTwins(state: State, key: number) {
  return (
    <div key={key} className={cx(css.row)}>
      <span className={cx(toggles.toggle)} {...state}>
        <span className={cx(toggles.box)} />
      </span>
      <span className={cx(toggles.toggle)} data-selected {...state}>
        <span className={cx(toggles.box)}>
          <Icon of={Check} size={12} />
        </span>
      </span>
      <span className={cx(toggles.toggle)} {...state}>
        <span className={cx(toggles.radio)} />
      </span>
      <span className={cx(toggles.toggle)} data-selected {...state}>
        <span className={cx(toggles.radio)} />
      </span>
    </div>
  )
}

function switchTwins(state: State, key: number) {
  return (
    <div key={key} className={cx(css.row)}>
      {[{}, { 'data-selected': true }].map((on, index) => (
        <span key={index} className={cx(toggles.toggle)} {...on} {...state}>
          <span className={cx(toggles.track)}>
            <span className={cx(toggles.thumb)} />
          </span>
        </span>
      ))}
    </div>
  )
}

function menuTwin(state: State, key: number) {
  return (
    <div key={key} data-surface="raised">
      <div className={cx(menu.item, css.fill)} aria-disabled={state === OFF} {...state}>
        <span className={cx(menu.name)}>Ends</span>
        <small className={cx(menu.note)}>30 April</small>
      </div>
    </div>
  )
}
