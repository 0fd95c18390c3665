import { useEffect, useEffectEvent } from 'react'
import type { Ask, MenuAsk } from '#shared/asks.ts'
import { bridge } from './bridge.ts'

const heard = new Set<(asked: Ask) => void>()

/** Asks for what a menu could ask for, from a button inside the window: one feature need not know another. */
export function ask(what: MenuAsk): void {
  for (const listener of heard) listener({ what })
}

/** Hears what is asked for, in a menu of the system or in the window. */
export function useAsks(listener: (asked: Ask) => void): void {
  const hear = useEffectEvent(listener)
  useEffect(() => {
    const told = (asked: Ask): void => hear(asked)
    heard.add(told)
    const off = bridge().on('ask', told)
    return () => {
      heard.delete(told)
      off()
    }
  }, [])
}
