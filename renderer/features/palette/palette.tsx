import { useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Header, Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Input, TextField } from 'react-aria-components/TextField'
import { Search } from 'lucide-react'
import { rankChoices } from '../../parts/engagement-options.ts'
import { cx } from '../../ui/cx.ts'
import { Icon } from '../../ui/icon.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { OwnWords } from '../../ui/own-words.tsx'
import { useWords } from '../../words.tsx'
import { useDeeds, type Deed, type Deeds } from './deeds.tsx'
import css from './palette.module.css'

/** As many as one looks through; who wants others types a letter more. */
const MOST_SHOWN = 50
/** Of what was worked on, before anything is typed. */
const RECENT = 4

/**
 * Everything by its name, from the keyboard (product.md): before anything is typed what is likely, then whatever the
 * text may mean, the best match first. The first line is the one that Enter does.
 */
export function Palette({ onClose }: { onClose: () => void }) {
  // Made once for what the workspace is, and not again for each letter: of records there are as many as years have brought.
  return <Finder deeds={useDeeds()} onClose={onClose} />
}

function Finder({ deeds, onClose }: { deeds: Deeds; onClose: () => void }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const { timer, places, commands, records } = deeds
  const isTyped = text.trim() !== ''
  const found = isTyped ? rankChoices([...timer, ...places, ...commands, ...records], text).slice(0, MOST_SHOWN) : []
  const run = (deed: Deed): void => {
    onClose()
    deed.run()
  }
  return (
    <ModalOverlay
      className={cx(css.scrim)}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Modal className={cx(css.panel)} data-surface="raised">
        <Dialog className={cx(css.dialog)} aria-label={t('app.palette.label')}>
          <Autocomplete inputValue={text} onInputChange={setText}>
            <TextField className={cx(css.field)} aria-label={t('app.palette.label')} autoFocus>
              <Icon of={Search} size={18} />
              <Input className={cx(css.input)} placeholder={t('app.palette.placeholder')} />
            </TextField>
            <Menu
              className={cx(css.list)}
              aria-label={t('app.palette.label')}
              renderEmptyState={() => <p className={cx(css.none)}>{t('app.palette.none')}</p>}
            >
              {isTyped
                ? found.map((deed) => <Line key={deed.id} deed={deed} onRun={run} />)
                : [
                    <Group key="timer" title={t('app.palette.timer')} deeds={timer.slice(0, RECENT)} onRun={run} />,
                    <Group key="places" title={t('app.palette.places')} deeds={places} onRun={run} />,
                    <Group key="commands" title={t('app.palette.commands')} deeds={commands} onRun={run} />,
                  ]}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface GroupProps {
  title: string
  deeds: readonly Deed[]
  onRun: (deed: Deed) => void
}

function Group({ title, deeds, onRun }: GroupProps) {
  return (
    <MenuSection>
      <Header className={cx(css.head)}>{title}</Header>
      {deeds.map((deed) => (
        <Line key={deed.id} deed={deed} onRun={onRun} />
      ))}
    </MenuSection>
  )
}

function Line({ deed, onRun }: { deed: Deed; onRun: (deed: Deed) => void }) {
  const { id, name, icon, mark, note, keys } = deed
  return (
    <MenuItem id={id} textValue={name} className={cx(css.line)} onAction={() => onRun(deed)}>
      <span className={cx(css.sign)}>{icon === undefined ? mark : <Icon of={icon} size={14} />}</span>
      <OwnWords className={cx(css.name)}>{name}</OwnWords>
      {note === undefined ? null : <small className={cx(css.note)}>{note}</small>}
      {keys === undefined ? null : <Kbd keys={keys} />}
    </MenuItem>
  )
}
