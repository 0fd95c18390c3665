// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { LostData } from '#renderer/app/lost-data.tsx'
import { learn } from '#renderer/words.tsx'
import type { FindBy, Lost } from '#shared/ipc.ts'

afterEach(cleanup)
await Promise.all([learn('en'), learn('it')])

const lost: Lost = { folder: '/media/disk/Mainstay', noneIn: null, canChoose: true, language: 'en', theme: 'light' }

/** @param answers what is still lost after each thing asked for */
function shown(first: Lost, ...answers: (Lost | null)[]): FindBy[] {
  const asked: FindBy[] = []
  const findData = async ({ by }: { by: FindBy }): Promise<Lost | null> => {
    asked.push(by)
    return answers.shift() ?? null
  }
  Object.assign(window, { mainstay: { findData } })
  render(<LostData lost={first} />)
  return asked
}

const press = (name: string): void => act(() => screen.getByRole('button', { name }).click())

it('says which folder it is, and that nothing has been written', () => {
  shown(lost)
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Your data is not where it was.')
  expect(screen.getByText('/media/disk/Mainstay')).toBeTruthy()
  expect(screen.getByText(/Nothing has been written/)).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})

it('says what came of each answer', async () => {
  const asked = shown(lost, lost, { ...lost, noneIn: '/home/me/Documents' }, lost, null)
  press('Try again')
  await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('It is still not there.'))
  press('Choose another folder…')
  await waitFor(() =>
    expect(screen.getByRole('alert').textContent).toBe('There is no Mainstay data in /home/me/Documents.'),
  )
  press('Choose another folder…')
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  press('Start a new one there')
  await waitFor(() => expect(asked).toEqual(['again', 'choose', 'choose', 'anew']))
})

it('offers no other folder where this one was named at the start; in Italian too', () => {
  shown({ ...lost, canChoose: false, language: 'it', theme: 'dark' })
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    'Riprova',
    'Ricomincia da zero lì',
  ])
  expect(document.documentElement.lang).toBe('it')
  expect(document.documentElement.dataset['theme']).toBe('dark')
})
