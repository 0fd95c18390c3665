import { useMemo } from 'react'
import { useYAxisScale } from 'recharts'
import { HEIGHT } from './placing.ts'

/** Pixels of a value on recharts' scale; whole ones, as lines need them. null before there is a scale. */
export function usePixels(): ((value: number) => number) | null {
  const scale = useYAxisScale()
  return useMemo(() => (scale ? (value) => Math.round(scale(value) ?? HEIGHT) : null), [scale])
}
