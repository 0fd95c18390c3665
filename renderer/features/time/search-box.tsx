import { Search, X } from 'lucide-react'
import { useId, useRef, useState, type RefObject } from 'react'
import { completionsOf, searchKeys, type Search as Parsed } from '#shared/i18n/entry-search.ts'
import { mergeRefs } from '../../ui/merge-refs.ts'
import { cx } from '../../ui/cx.ts'
import { Icon } from '../../ui/icon.tsx'
import { IconButton } from '../../ui/button.tsx'
import { useWords } from '../../words.tsx'
import { tagsOf } from '../../parts/recents.ts'
import { useBook } from '../../workspace.tsx'
import css from './search-box.module.css'

interface SearchBoxProps {
  text: string
  onChange: (text: string) => void
  search: Parsed
  input: RefObject<HTMLInputElement | null>
  /** On to what was found. */
  onLeave: () => void
}

/** Words and keys; what can stand at the caret is offered beneath. */
export function SearchBox({ text, onChange, search, input, onLeave }: SearchBoxProps) {
  const { t, format } = useWords()
  const id = useId()
  const own = useRef<HTMLInputElement>(null)
  const completion = useCompletion(text, own)
  const problem = search.problems[0]
  const accept = (option: string): void => {
    if (!completion.found) return
    const { from, to } = completion.found
    const put = option.endsWith(':') ? option : `${option} `
    onChange(text.slice(0, from) + put + text.slice(to))
    const caret = from + put.length
    requestAnimationFrame(() => {
      own.current?.setSelectionRange(caret, caret)
      completion.follow()
    })
  }
  const press = (event: React.KeyboardEvent): void => {
    const { options, at, isKey } = completion
    // A word that may become a key is mostly just a word: Down goes on to what it finds, and Tab writes the key.
    if (isKey && event.key === 'Tab' && !event.shiftKey) accept(options[0] ?? '')
    else if (options.length > 0 && !isKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      completion.go(event.key === 'ArrowDown' ? at + 1 : at - 1)
    } else if (at >= 0 && (event.key === 'Enter' || event.key === 'Tab')) accept(options[at] ?? '')
    else if (event.key === 'Escape' && completion.isOpen) completion.close()
    else if (event.key === 'Escape' && text !== '') onChange('')
    else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      completion.close()
      onLeave()
    } else return
    event.preventDefault()
  }
  return (
    <div className={cx(css.search)}>
      <div className={cx(css.frame)}>
        <Icon of={Search} />
        <input
          ref={mergeRefs(input, own)}
          role="combobox"
          aria-label={t('timeList.search.label')}
          aria-expanded={completion.isOpen}
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={completion.at >= 0 ? `${id}-${completion.at}` : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          placeholder={t('timeList.search.placeholder')}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            onChange(event.target.value)
            completion.follow()
          }}
          onKeyDown={press}
          onKeyUp={(event) => /^(?:Arrow(?:Left|Right)|Home|End)$/.test(event.key) && completion.follow()}
          onClick={completion.follow}
          onBlur={completion.close}
        />
        {text === '' ? null : (
          <IconButton size="small" icon={X} label={t('timeList.clearSearch')} keys="Esc" onPress={() => onChange('')} />
        )}
      </div>
      <div
        id={id}
        role="listbox"
        aria-label={t('timeList.search.completions')}
        className={cx(css.options)}
        data-surface="raised"
        hidden={!completion.isOpen}
      >
        {completion.options.map((option, index) => (
          <div
            key={option}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === completion.at}
            className={cx(css.option)}
            // The field keeps the focus.
            onPointerDown={(event) => {
              event.preventDefault()
              accept(option)
            }}
          >
            <bdi>{option}</bdi>
            {completion.isKey && index === 0 ? <kbd>{t('timeList.search.tab')}</kbd> : null}
          </div>
        ))}
      </div>
      {problem ? (
        <p id={`${id}-problem`} className={cx(css.problem)}>
          {t(problem.key === 'billable' ? 'timeList.search.notAnswer' : 'timeList.search.notDay', {
            key: searchKeys[format.language][problem.key],
          })}
        </p>
      ) : null}
    </div>
  )
}

/** What can follow at the caret; it is looked for as one types, and put away once it has served. */
function useCompletion(text: string, input: RefObject<HTMLInputElement | null>) {
  const { format } = useWords()
  const book = useBook()
  const { clients } = book.workspace.tables
  const [caret, setCaret] = useState<number | null>(null)
  const [at, setAt] = useState(-1)
  const names = [...clients.values()].filter(({ archived }) => !archived).map(({ name }) => name)
  const tags = caret === null ? [] : tagsOf(book)
  const found = caret === null ? null : completionsOf(text, caret, { language: format.language, clients: names, tags })
  const options = found?.options ?? []
  const count = options.length
  return {
    found,
    options,
    isOpen: count > 0,
    /** What is offered are names of keys, not what can stand behind one. */
    isKey: count > 0 && options.every((option) => option.endsWith(':')),
    at: at < count ? at : -1,
    go: (next: number) => setAt(next < -1 ? count - 1 : next >= count ? -1 : next),
    follow: () => {
      setCaret(input.current?.selectionStart ?? null)
      setAt(-1)
    },
    close: () => setCaret(null),
  }
}
