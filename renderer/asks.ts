import { useEffect, useEffectEvent } from 'react'
import type { Events } from '#shared/ipc.ts'
import { bridge } from './bridge.ts'

type What = Events['ask']['what']

const heard = new Set<(what: What) => void>()

/** Asks for what a menu could ask for, from a button inside the window: one feature need not know another. */
export function ask(what: What): void {
  for (const listener of heard) listener(what)
}

/** Hears what is asked for, in a menu of the system or in the window. */
export function useAsks(listener: (what: What) => void): void {
  const hear = useEffectEvent(listener)
  useEffect(() => {
    const told = (what: What): void => hear(what)
    heard.add(told)
    const off = bridge().on('ask', ({ what }) => hear(what))
    return () => {
      heard.delete(told)
      off()
    }
  }, [])
}
