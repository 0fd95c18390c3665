import { useKeysText } from '../../parts/keys-text.ts'
import { cx } from '../../ui/cx.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { useSettings } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { HelpDialog } from './help-dialog.tsx'
import css from './help.module.css'

interface Row {
  readonly does: string
  /** Accelerators, each a way to the same. */
  readonly keys: readonly string[]
}

/** Every key there is, by where it is heard. Those for the whole system are as Settings has them. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const keysText = useKeysText()
  return (
    <HelpDialog title={t('help.keys.title')} onClose={onClose}>
      <div className={cx(css.keys)}>
        {useGroups().map(({ title, rows }) => (
          <table key={title} aria-label={title}>
            <caption>{title}</caption>
            <tbody>
              {rows.map(({ does, keys }) => (
                <tr key={does}>
                  <th scope="row">{does}</th>
                  <td>
                    {keys.map((each) => (
                      <Kbd key={each} keys={keysText(each)} />
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </HelpDialog>
  )
}

function useGroups(): { title: string; rows: readonly Row[] }[] {
  const { t } = useWords()
  const { settings } = useSettings()
  const row = (does: string, ...keys: (string | null)[]): Row => ({ does, keys: keys.filter((key) => key !== null) })
  const held = (key: string): string => `CommandOrControl+${key}`
  const anywhere = [
    row(t('settings.shortcut.label'), settings.shortcut),
    row(t('settings.shortcut.show'), settings.shortcutShow),
    row(t('settings.shortcut.switch'), settings.shortcutSwitch),
  ].filter(({ keys }) => keys.length > 0)
  return [
    ...(anywhere.length === 0 ? [] : [{ title: t('help.keys.anywhere'), rows: anywhere }]),
    {
      title: t('help.keys.window'),
      rows: [
        row(t('app.palette.label'), held('K')),
        row(t('help.keys.places'), 'Alt+1 … 6'),
        row(t('help.keys.back'), 'Alt+Left'),
        row(t('app.undo'), held('Z')),
        row(t('app.redo'), `Shift+${held('Z')}`),
        row(t('help.keys.import'), held('I')),
        row(t('help.keys.export'), `Shift+${held('E')}`),
        row(t('help.keys.print'), held('P')),
        row(t('shell.rail.settings'), held(',')),
        row(t('help.keys.title'), held('/')),
      ],
    },
    {
      title: t('help.keys.time'),
      rows: [
        row(t('help.keys.views'), held('1 … 3')),
        row(t('help.keys.days'), 'Left', 'Right'),
        row(t('help.keys.today'), 'Home'),
        row(t('help.keys.find'), held('F'), '/'),
      ],
    },
    {
      title: t('help.keys.entry'),
      rows: [
        row(t('help.keys.open'), 'Enter'),
        row(t('help.keys.move'), 'Up', 'Down'),
        row(t('help.keys.end'), 'Shift+Up', 'Shift+Down'),
        row(t('help.keys.start'), 'Alt+Up', 'Alt+Down'),
        row(t('help.keys.menu'), 'Shift+F10'),
        row(t('help.keys.remove'), 'Delete'),
      ],
    },
    {
      title: t('help.keys.board'),
      rows: [
        row(t('help.keys.card'), 'Left', 'Right', 'Up', 'Down'),
        row(t('help.keys.moveCard'), 'Alt+Left', 'Alt+Right'),
        row(t('help.keys.decline'), 'Delete'),
      ],
    },
  ]
}
