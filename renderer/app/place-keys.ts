import { useEffect, useEffectEvent } from 'react'
import { useNavigation, type Place } from '../place.tsx'

const byDigit: readonly Place[] = [
  { name: 'today' },
  { name: 'time' },
  { name: 'clients' },
  { name: 'retainers' },
  { name: 'income' },
  { name: 'billing' },
]

/** Alt with a digit goes to the place in that row of the rail; Alt with the left arrow goes back. */
export function usePlaceKeys(): void {
  const { go, back } = useNavigation()
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    // A place may mean something by the same keys: the board moves a card.
    if (event.defaultPrevented || !event.altKey || event.ctrlKey || event.metaKey) return
    const place = /^Digit\d$/.test(event.code) ? byDigit[Number(event.code.slice(5)) - 1] : undefined
    if (place) go(place)
    else if (event.key === 'ArrowLeft') back()
    else return
    event.preventDefault()
  })
  useEffect(() => {
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}
