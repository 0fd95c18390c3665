import { useMemo } from 'react'
import { standingOf, type Standing } from '#shared/domain/standing.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { notBefore } from '../clock.ts'
import { useBook, useMinute } from '../workspace.tsx'

/** How a retainer stands, the running timer included; it moves on each minute. */
export function useStanding(retainer: Retainer): Standing | null {
  const book = useBook()
  const minute = useMinute()
  return useMemo(
    () => standingOf(book, retainer, book.running ? notBefore(minute, book.running.start) : minute),
    [book, retainer, minute],
  )
}
