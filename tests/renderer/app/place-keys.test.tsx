// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { usePlaceKeys } from '#renderer/app/place-keys.ts'
import { showPlace } from '#tests/support/face.tsx'

afterEach(cleanup)

/** A place with a thing that means something of its own by Alt and the left arrow, and one that does not. */
function Keys() {
  usePlaceKeys()
  return (
    <>
      <button onKeyDown={(event) => event.preventDefault()}>Mine</button>
      <button>Yours</button>
    </>
  )
}

test('Alt and a digit goes to a place, Alt and the left arrow back, unless the key was for something else', async () => {
  const { place } = await showPlace(<Keys />, { now: Date.parse('2026-10-22T13:11:30Z'), edits: [] })
  const press = (name: string, key: object): void =>
    void act(() => fireEvent.keyDown(screen.getByRole('button', { name }), { altKey: true, ...key }))
  press('Yours', { key: '4', code: 'Digit4' })
  expect(place()).toEqual({ name: 'retainers' })
  press('Mine', { key: 'ArrowLeft', code: 'ArrowLeft' })
  expect(place()).toEqual({ name: 'retainers' })
  press('Yours', { key: 'ArrowLeft', code: 'ArrowLeft' })
  expect(place()).toEqual({ name: 'today' })
})
