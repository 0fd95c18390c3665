import { useEffect, useEffectEvent } from 'react'
import type { Ask, MenuAsk } from '#shared/asks.ts'
import type { EntryQuery } from '#shared/domain/entry-list/asked.ts'
import { bridge } from './bridge.ts'

/** What a list has found is to be exported: `text` is the search as it was typed. */
export interface ExportFound {
  readonly what: 'exportFound'
  readonly text: string
  readonly query: EntryQuery
}
type Asked = Ask | ExportFound

const heard = new Set<(asked: Asked) => void>()

/** Asks for what a menu could ask for, from a button inside the window: one feature need not know another. */
export function ask(what: MenuAsk | ExportFound): void {
  for (const listener of heard) listener(typeof what === 'string' ? { what } : what)
}

/** Hears what is asked for, in a menu of the system or in the window. */
export function useAsks(listener: (asked: Asked) => void): void {
  const hear = useEffectEvent(listener)
  useEffect(() => {
    const told = (asked: Asked): void => hear(asked)
    heard.add(told)
    const off = bridge().on('ask', told)
    return () => {
      heard.delete(told)
      off()
    }
  }, [])
}
